using System.Text;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simphonie.Definitions.Syntax;

/// <summary>
/// Reads YAML 1.2 into <see cref="Setting"/> trees in which every node has its line and column. All scalars are text: a plain <c>no</c> or <c>012</c> is
/// a string. Tags, anchors and aliases are refused. What is wrong is a finding; nothing throws.
/// </summary>
public sealed class YamlReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly YamlLimits _limits;
    private readonly DiagnosticBag _findings;
    private readonly string[] _lines;
    private int _nodes;

    private YamlReader(string file, string text, YamlLimits limits, DiagnosticBag findings)
    {
        _file = file;
        _lines = text.Split('\n');
        _limits = limits;
        _findings = findings;
    }

    /// <summary>Reads the bytes of a file that findings call <paramref name="file"/>. Null when the text has no readable tree.</summary>
    public static Setting? Read(string file, ReadOnlySpan<byte> bytes, DiagnosticBag findings, YamlLimits? limits = null)
    {
        limits ??= YamlLimits.Default;
        if (bytes.Length > limits.Bytes)
        {
            findings.Add(SyntaxCodes.TooLarge, Place.InFile(file, 1, 1), $"the file has {bytes.Length} bytes, more than the {limits.Bytes} of a definition.");
            return null;
        }

        string text;
        try
        {
            text = s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            findings.Add(SyntaxCodes.NotText, Place.InFile(file, 1, 1), "the file is not UTF-8 text.");
            return null;
        }

        return Read(file, text.TrimStart('\uFEFF'), findings, limits);
    }

    /// <summary>Reads text that findings call <paramref name="file"/>.</summary>
    public static Setting? Read(string file, string text, DiagnosticBag findings, YamlLimits? limits = null)
    {
        var reader = new YamlReader(file, text, limits ?? YamlLimits.Default, findings);
        try
        {
            return reader.ReadDocument(new Parser(new Scanner(new StringReader(text), skipComments: true)));
        }
        catch (YamlException e)
        {
            reader.Report(e);
        }
        catch (DepthExceededException e)
        {
            findings.Add(SyntaxCodes.TooLarge, e.Place, e.Message);
        }

        return null;
    }

    /// <summary>A tab as indentation is the commonest fault, and the parser names the line before it: that one is said as it is.</summary>
    private void Report(YamlException e)
    {
        for (var line = Math.Max(1, (int)e.Start.Line); line <= Math.Min(_lines.Length, (int)e.Start.Line + 1); line++)
        {
            if (_lines[line - 1].AsSpan().TrimStart(' ').StartsWith('\t'))
            {
                _findings.Add(SyntaxCodes.NotYaml, Place.InFile(_file, line, _lines[line - 1].IndexOf('\t', StringComparison.Ordinal) + 1), "the line is indented with a tab; YAML indents with spaces.");
                return;
            }
        }

        _findings.Add(SyntaxCodes.NotYaml, At(e.Start), $"not valid YAML: {char.ToLowerInvariant(e.Message[0])}{e.Message[1..].TrimEnd('.')}.");
    }

    private Setting? ReadDocument(IParser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out var empty))
        {
            _findings.Add(SyntaxCodes.NotOneDocument, At(empty.Start), "the file is empty.");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = ReadNode(parser, 1);
        parser.Consume<DocumentEnd>();
        if (!parser.TryConsume<StreamEnd>(out _))
        {
            _findings.Add(SyntaxCodes.NotOneDocument, At(parser.Current!.Start), "a second YAML document begins here.");
        }

        return root;
    }

    private Setting ReadNode(IParser parser, int depth)
    {
        var place = At(parser.Current!.Start);
        if (depth > _limits.Depth || ++_nodes > _limits.Nodes)
        {
            throw new DepthExceededException(place, depth > _limits.Depth
                ? $"the value is nested deeper than {_limits.Depth} levels."
                : $"the file has more than {_limits.Nodes} values.");
        }

        if (parser.TryConsume<AnchorAlias>(out _))
        {
            _findings.Add(SyntaxCodes.Alias, place, "an alias (*name) is not allowed in definitions.");
            return new Setting.Scalar("", place);
        }

        if (parser.Current is NodeEvent node)
        {
            Refuse(node, place);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new Setting.Scalar(scalar.Value, ContentOf(scalar, place));
        }

        return parser.TryConsume<SequenceStart>(out _) ? ReadList(parser, place, depth) : ReadMap(parser, place, depth);
    }

    /// <summary>Where the text of a scalar begins, so that columns within an expression are true: behind the quote, or on the first line of a block.</summary>
    private Place ContentOf(Scalar scalar, Place place)
    {
        switch (scalar.Style)
        {
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted:
                return place with { Column = place.Column + 1 };
            case ScalarStyle.Literal or ScalarStyle.Folded:
                var line = place.Line;
                while (line < _lines.Length && string.IsNullOrWhiteSpace(_lines[line]))
                {
                    line++;
                }

                return line < _lines.Length ? place with { Line = line + 1, Column = _lines[line].Length - _lines[line].TrimStart(' ').Length + 1 } : place;
            default:
                return place;
        }
    }

    private void Refuse(NodeEvent node, Place place)
    {
        if (!node.Anchor.IsEmpty)
        {
            _findings.Add(SyntaxCodes.Alias, place, "an anchor (&name) is not allowed in definitions.");
        }

        if (!node.Tag.IsEmpty && node.Tag.Value != "!")
        {
            _findings.Add(SyntaxCodes.Tag, place, "a tag (!type) is not allowed in definitions.");
        }
    }

    private Setting.List ReadList(IParser parser, Place place, int depth)
    {
        var items = new List<Setting>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, depth + 1));
        }

        return new(items, place);
    }

    private Setting.Map ReadMap(IParser parser, Place place, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<string, Setting>>();
        var places = new List<Place>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, depth + 1);
            var value = ReadNode(parser, depth + 1);
            if (key is not Setting.Scalar { Text: var name })
            {
                _findings.Add(SyntaxCodes.ComplexKey, key.Place, "a key must be plain text, not a list or a map.");
                continue;
            }

            if (!seen.TryAdd(name, key.Place))
            {
                _findings.Add(SyntaxCodes.DuplicateKey, key.Place, $"'{name}' stands already at line {seen[name].Line}.");
                continue;
            }

            entries.Add(new(name, value));
            places.Add(key.Place);
        }

        return new(entries, place) { KeyPlaces = places };
    }

    private Place At(in Mark mark) => Place.InFile(_file, (int)mark.Line, (int)mark.Column);

    private sealed class DepthExceededException(Place place, string message) : Exception(message)
    {
        public Place Place { get; } = place;
    }
}
