using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;

namespace Simphonie.Engine.Tests.Support;

/// <summary>A format of the tests: <c>name=value;name=value</c>, flat. A message that begins with <c>!</c> is not readable.</summary>
public sealed class KvFormat : IFormat, IMessageInspector
{
    public static readonly DiagnosticCode Broken = new("SIM9901", Severity.Error, "Broken.", "Test only.");
    public static readonly DiagnosticCode Missing = new("SIM9902", Severity.Error, "A field is missing.", "Test only.");

    private int _inspections;

    public string Name => "kv";

    /// <summary>How often a message was inspected.</summary>
    public int Inspections => Volatile.Read(ref _inspections);

    public string ContentType => "text/plain";

    public static string Text(Payload? payload)
    {
        using var lease = payload!.Lease();
        return Encoding.UTF8.GetString(lease.Memory.Span);
    }

    public static string? Field(Document? document, string name)
    {
        if (document is null)
        {
            return null;
        }

        var nodes = new List<Node>();
        document.AppendChildren(document.Root.Handle, name, nodes);
        return nodes.Count > 0 ? nodes[0].Value.Text : null;
    }

    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => Read(Encoding.UTF8.GetString(bytes.Span), schema);

    public static Document Read(string text, ISchema? schema = null)
    {
        var builder = new TreeBuilder("message", null, "kv", schema);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=');
            if (at > 0)
            {
                builder.Add(builder.Root, pair[..at], Value.Of(pair[(at + 1)..]), null, Place.InMessage(pair[..at]));
            }
        }

        return builder.Build();
    }

    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
        if (Field(document, "required") is null)
        {
            findings.Add(Missing, Place.InMessage("required"), "The field required is missing.", "101");
        }
    }

    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) => new KvBuilder();

    public void Write(Document document, IBufferWriter<byte> writer)
    {
        var nodes = new List<Node>();
        document.AppendChildren(document.Root.Handle, nodes);
        writer.Write(Encoding.UTF8.GetBytes(string.Join(';', nodes.Select(node => $"{node.Name}={node.Value.Text}"))));
    }

    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        Interlocked.Increment(ref _inspections);
        var text = Encoding.UTF8.GetString(head);
        if (text.StartsWith('!'))
        {
            return new() { Readable = false, Findings = [Diagnostic.Of(Broken, Place.Whole, "It begins with an exclamation mark.")] };
        }

        var document = Read(text);
        var id = Field(document, "id");
        return new()
        {
            Readable = true,
            ControlId = id,
            DuplicateKey = id is null ? null : $"{id}\u001f{Field(document, "at")}",
            Type = Field(document, "type"),
            World = Field(document, "world") switch { "real" => World.Real, "test" => World.Test, _ => null },
            Keys = Field(document, "patient") is { } patient ? [new("patient", patient, true)] : [],
        };
    }

    private sealed class KvBuilder : IDocumentBuilder
    {
        private readonly List<(string Name, string Value)> _fields = [("", "")];

        public long Root => 0;

        public long Child(long parent, string name) => Append(parent, name);

        public long Append(long parent, string name, string? type = null)
        {
            _fields.Add((name, ""));
            return _fields.Count - 1;
        }

        public void Set(long node, Value value) => _fields[(int)node] = (_fields[(int)node].Name, value.Text);

        public void Copy(long node, Node source) => _fields.Add((source.Name, source.Value.Text));

        public void Clear(long node) => Set(node, Value.Of(""));

        public string PathOf(long node) => _fields[(int)node].Name;

        public Document Build(DiagnosticBag findings) => Read(string.Join(';', _fields.Skip(1).Select(field => $"{field.Name}={field.Value}")));
    }
}
