namespace Simphonie.Cli.Composition;

/// <summary>Where the definitions that come with the product are.</summary>
internal static class Home
{
    /// <summary>The folder that holds <c>schemas</c>: SIMPHONIE_HOME, else the current folder or the nearest one above it or above the program that has it.</summary>
    public static string Directory { get; } =
        Environment.GetEnvironmentVariable("SIMPHONIE_HOME") ?? Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory) ?? Environment.CurrentDirectory;

    public static string Schemas => Path.Combine(Directory, "schemas");

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (System.IO.Directory.Exists(Path.Combine(folder.FullName, "schemas", "hl7v2")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
