namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>Where the repository is, found by walking up to its solution.</summary>
internal static class ProjectFolder
{
    public static string Root { get; } = Find(TestContext.CurrentContext.TestDirectory);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("no Simphonie.slnx above the tests");
    }
}
