using System.Diagnostics;

namespace Simphonie.Architecture.Tests;

/// <summary>Rules about what the repository holds.</summary>
public sealed class When_the_repository_is_read
{
    private static readonly string[] Folders = ["src", "routes", "schemas", "mappings", "tests", "samples", "build", ".ci"];

    [Test]
    public void Should_have_only_the_agreed_top_level_folders()
    {
        var folders = Tracked().Where(path => path.Contains('/')).Select(path => path.Split('/')[0]).Distinct();
        Assert.That(folders, Is.SubsetOf(Folders));
    }

    [Test]
    public void Should_not_name_a_secret_file()
    {
        string[] secrets = [".pem", ".p12", ".pfx", ".key", ".db"];
        Assert.That(Tracked().Where(path => secrets.Contains(Path.GetExtension(path), StringComparer.Ordinal)), Is.Empty);
    }

    [Test]
    public void Should_leave_no_unfinished_marks_in_the_product()
    {
        string[] marks = ["NotImplementedException", "TODO", "FIXME"];
        Assert.Multiple(() =>
        {
            foreach (var file in Repository.Files("src", "*.cs"))
            {
                var text = File.ReadAllText(file);
                Assert.That(marks.Where(mark => text.Contains(mark, StringComparison.Ordinal)), Is.Empty, file);
            }
        });
    }

    private static string[] Tracked()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files"]) { RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
