using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Reading;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Writing;

/// <summary>
/// Builds a return in blocks: <c>header</c> and entities below each other, with their fields. An entity without a fixed level is one deeper than what it lies in.
/// Control totals and the end of file are made by <see cref="Build"/> and cannot be set.
/// </summary>
internal sealed class NoemieBuilder : IDocumentBuilder
{
    private const int FieldBits = 8;
    private const long FieldMask = (1 << FieldBits) - 1;

    private readonly NoemieSchema _schema;
    private readonly List<DraftEntity> _drafts;
    private readonly DiagnosticBag _findings = new();
    private readonly EntityText _header;

    public NoemieBuilder(NoemieSchema schema)
    {
        _schema = schema;
        _header = new EntityText(schema.Require(EntityHead.HeaderNumber));
        _header.SetNumber(_header.Type.Field("blockLength"), schema.Blocks.Length);
        _drafts = [new DraftEntity(schema.RootType, null)];
    }

    public long Root => 0;

    public long Child(long parent, string name)
    {
        if (Field(parent, name) is { } field)
        {
            return field;
        }

        var draft = Draft(parent);
        var there = draft.Below.Find(below => below.Name == name);
        return there is not null ? Handle(there) : Append(parent, name);
    }

    public long Append(long parent, string name, string? type = null)
    {
        if (Field(parent, name) is { } field)
        {
            return field;
        }

        var draft = Draft(parent);
        var kind = _schema.Entity(name);
        var isHeader = kind?.Number == EntityHead.HeaderNumber;
        if (kind is null || kind.Number is EntityHead.ControlNumber or EntityHead.TrailerNumber || (isHeader && draft.Parent is not null))
        {
            _findings.Add(NoemieCodes.UnknownName, Place.InMessage(PathOf(parent)), $"{draft.Name} can hold no '{name}'");
            return Add(new DraftEntity(name, draft), draft);
        }

        return Add(new DraftEntity(name, draft) { Text = isHeader ? _header : new EntityText(kind) }, draft);
    }

    public void Set(long node, Value value)
    {
        if (FieldOf(node) is not { } field || Draft(node).Text is not { } text)
        {
            _findings.Add(NoemieCodes.UnknownName, Place.InMessage(PathOf(node)), "only a field has a value");
        }
        else if (!FieldWriter.Set(text, field, value))
        {
            _findings.Add(NoemieCodes.DoesNotFit, Place.InMessage(PathOf(node)), $"the value does not fit {field.Length} positions of this kind");
        }
    }

    public void Copy(long node, Node source)
    {
        if (FieldOf(node) is not null || source.Document is not NoemieDocument from)
        {
            Set(node, source.Value);
            return;
        }

        var draft = Draft(node);
        if (draft.Text is { } text && (source.Handle == from.Root.Handle || !text.Take(from.BytesOf(source.Handle))))
        {
            _findings.Add(NoemieCodes.DoesNotFit, Place.InMessage(PathOf(node)), "the entity has another length than its layout");
        }

        var children = new List<Node>();
        from.AppendChildren(source.Handle, children);
        foreach (var child in children.Where(child => child.Type is { } type && _schema.HasType(type) && child.Name is not ("control" or "trailer")))
        {
            if (child.Type == ExpressionTypes.Unknown)
            {
                Add(new DraftEntity(child.Name, draft) { Verbatim = from.BytesOf(child.Handle).ToArray() }, draft);
            }
            else
            {
                Copy(Append(node, child.Name), child);
            }
        }
    }

    /// <summary>NOEMIE has no way to say that a value is to be deleted: the field is left blank.</summary>
    public void Clear(long node) => Set(node, Value.None);

    public string PathOf(long node)
    {
        var names = new Stack<string>();
        if (FieldOf(node) is { } field)
        {
            names.Push(field.Name);
        }

        for (var draft = Draft(node); draft is not null; draft = draft.Parent)
        {
            names.Push(draft.Name);
        }

        return string.Join('.', names);
    }

    public Document Build(DiagnosticBag findings)
    {
        findings.AddRange(_findings);
        var output = new ArrayBufferWriter<byte>();
        var writer = new ReturnWriter(_schema, output, blocked: true);
        writer.Write(_header);
        Write(_drafts[0], 0, writer);
        writer.End();
        if (!writer.Fits)
        {
            findings.Add(NoemieCodes.DoesNotFit, Place.Whole, "a total is larger than its field");
        }

        return NoemieDocument.Read(output.WrittenMemory, _schema);
    }

    private static void Write(DraftEntity of, int level, ReturnWriter writer)
    {
        foreach (var draft in of.Below)
        {
            if (draft.Verbatim is { } bytes)
            {
                writer.WriteVerbatim(bytes);
            }
            else if (draft.Text is { Type.Number: not EntityHead.HeaderNumber } text)
            {
                text.Level = level + 1;
                writer.Write(text);
            }

            Write(draft, draft.Text is { Level: > 0 } leveled ? leveled.Level : level, writer);
        }
    }

    private long Add(DraftEntity draft, DraftEntity parent)
    {
        parent.Below.Add(draft);
        _drafts.Add(draft);
        return (long)(_drafts.Count - 1) << FieldBits;
    }

    private long Handle(DraftEntity draft) => (long)_drafts.IndexOf(draft) << FieldBits;

    private DraftEntity Draft(long node) => _drafts[(int)(node >> FieldBits)];

    private long? Field(long parent, string name)
    {
        var fields = Draft(parent).Text?.Type.Layout.Fields;
        for (var at = 0; at < fields?.Count; at++)
        {
            if (!fields[at].IsFiller && fields[at].Name == name)
            {
                return (parent & ~FieldMask) | (uint)(at + 1);
            }
        }

        return null;
    }

    private FixedField? FieldOf(long node) =>
        (node & FieldMask) is var at and > 0 ? Draft(node).Text?.Type.Layout.Fields[(int)at - 1] : null;
}
