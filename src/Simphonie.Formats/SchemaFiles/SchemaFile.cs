using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Simphonie.Formats.SchemaFiles;

/// <summary>
/// A schema file as YAML with marks. Long lists lie in literal blocks, one row a line: quick to load, easy to compare.
/// Findings name file, line and column, also inside of blocks.
/// </summary>
internal sealed class SchemaFile
{
    private readonly string _text;
    private readonly SchemaFileCodes _codes;
    private readonly DiagnosticBag _findings;
    private string[]? _lines;

    private SchemaFile(string path, string text, YamlMappingNode root, SchemaFileCodes codes, DiagnosticBag findings)
    {
        Path = path;
        _text = text;
        Root = root;
        _codes = codes;
        _findings = findings;
    }

    public string Path { get; }

    public YamlMappingNode Root { get; }

    /// <summary>Null, with a finding, when the file cannot be read or is not one mapping.</summary>
    public static SchemaFile? Open(string path, Func<string, Stream?> open, SchemaFileCodes codes, DiagnosticBag findings)
    {
        try
        {
            using var stream = open(path);
            if (stream is null)
            {
                findings.Add(codes.Unusable, Place.InFile(path, 0, 0), "the schema file does not exist");
                return null;
            }

            using var reader = new StreamReader(stream);
            var text = reader.ReadToEnd();
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new SchemaFile(path, text, root, codes, findings);
            }

            findings.Add(codes.Unusable, Place.InFile(path, 1, 1), "the schema file is not one mapping");
        }
        catch (YamlException exception)
        {
            findings.Add(codes.Unusable, Place.InFile(path, (int)exception.Start.Line, (int)exception.Start.Column), "the schema file is not YAML");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(codes.Unusable, Place.InFile(path, 0, 0), "the schema file cannot be read");
        }

        return null;
    }

    /// <summary>The text of a scalar of the head; empty, with a finding, when it is required and missing.</summary>
    public string Head(string name, bool required = true)
    {
        if (Root.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        if (required)
        {
            Report(Root, $"the head has no '{name}'");
        }

        return "";
    }

    /// <summary>The head that every schema file has: id, version, date of effect, source, status.</summary>
    public SchemaHeader Header()
    {
        if (!DateOnly.TryParseExact(Head("effective"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var effective))
        {
            Report(Root, "'effective' is not a date such as 2026-01-01");
        }

        var status = Head("status") switch
        {
            "published" => SchemaStatus.Published,
            "hub-profile" => SchemaStatus.HubProfile,
            "site" => SchemaStatus.Site,
            _ => (SchemaStatus?)null,
        };
        if (status is null)
        {
            Report(Root, "'status' is one of published, hub-profile, site");
        }

        return new SchemaHeader(Head("schema"), Head("version"), effective, Head("source"), status ?? SchemaStatus.Site);
    }

    /// <summary>Entries of a mapping under a key; none when the key is missing.</summary>
    public IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlMappingNode owner, string name)
    {
        if (!owner.Children.TryGetValue(new YamlScalarNode(name), out var node))
        {
            yield break;
        }

        if (node is not YamlMappingNode map)
        {
            Report(node, $"'{name}' is not a mapping");
            yield break;
        }

        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { } text })
            {
                yield return new KeyValuePair<string, YamlNode>(text, value);
            }
        }
    }

    /// <summary>Rows of a literal block under a key; none when the key is missing.</summary>
    public IEnumerable<SchemaRow> Rows(YamlMappingNode owner, string name) =>
        owner.Children.TryGetValue(new YamlScalarNode(name), out var node) ? Rows(node) : [];

    /// <summary>Rows of a literal block.</summary>
    public IEnumerable<SchemaRow> Rows(YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { } text })
        {
            Report(node, "a block of rows is expected here");
            yield break;
        }

        var line = (int)node.Start.Line + (node is YamlScalarNode { Style: ScalarStyle.Literal } ? 1 : 0);
        foreach (var row in text.Split('\n'))
        {
            if (row.Length > 0)
            {
                yield return new SchemaRow(this, line, row);
            }

            line++;
        }
    }

    public void Report(YamlNode node, string text) =>
        _findings.Add(_codes.BadEntry, Place.InFile(Path, (int)node.Start.Line, (int)node.Start.Column), text);

    public void Report(SchemaRow row, int offset, string text)
    {
        _lines ??= _text.Split('\n');
        var indent = row.Line <= _lines.Length ? Math.Max(_lines[row.Line - 1].IndexOf(row.Text, StringComparison.Ordinal), 0) : 0;
        _findings.Add(_codes.BadEntry, Place.InFile(Path, row.Line, indent + offset + 1), text);
    }
}
