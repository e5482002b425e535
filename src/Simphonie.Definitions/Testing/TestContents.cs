using System.Text;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Testing;

/// <summary>Reads messages and answers of tests: a text of several lines, or one that begins like a message, is the content itself; anything else names a file beside the test.</summary>
internal sealed class TestContents(string folder, DiagnosticBag findings)
{
    /// <summary>Folder of the test.</summary>
    public string Folder => folder;

    public IReadOnlyList<TestContent> ReadAll(IEnumerable<Setting.Scalar> scalars) => [.. scalars.Select(Read).OfType<TestContent>()];

    public IReadOnlyDictionary<string, TestContent> ReadMap(Setting.Map? map)
    {
        var contents = new Dictionary<string, TestContent>(StringComparer.Ordinal);
        foreach (var (name, value) in map?.Entries ?? [])
        {
            if (value is Setting.Scalar scalar && Read(scalar) is { } content)
            {
                contents[name] = content;
            }
        }

        return contents;
    }

    /// <summary>Null with a finding when the file is not there.</summary>
    public TestContent? Read(Setting.Scalar scalar)
    {
        if (IsInline(scalar.Text))
        {
            return new(Encoding.UTF8.GetBytes(scalar.Text), scalar.Place);
        }

        var path = Path.GetFullPath(Path.Combine(folder, scalar.Text));
        var project = Path.GetFullPath(Path.Combine(folder, "..", ".."));
        if (!path.StartsWith(project + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            findings.Add(TestCodes.OutsideFolder, scalar.Place, "the messages of tests stand beside them.");
            return null;
        }

        try
        {
            return new(File.ReadAllBytes(path), scalar.Place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(TestCodes.MissingCase, scalar.Place, $"the file '{scalar.Text}' cannot be read.");
            return null;
        }
    }

    private static bool IsInline(string text) =>
        text.Contains('\n', StringComparison.Ordinal) || text.StartsWith("MSH|", StringComparison.Ordinal) || text.StartsWith('{') || text.StartsWith('<');
}
