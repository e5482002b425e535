using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Writing;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>
/// A return as a tree by niveau de rupture, over the received bytes: entities are nodes of their name in the schema (<c>amoPart</c>), fields are their first children.
/// An entity that the schema does not know is <c>entity</c> with number, level and data. Beside the tree, <see cref="View"/>s name what belongs together.
/// </summary>
public sealed class NoemieDocument : Document, IWritableDocument
{
    private const int FieldBits = 8;
    private const int FieldMask = (1 << FieldBits) - 1;
    private const string SignName = "sign";

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly NoemieSchema _schema;
    private readonly DocumentIndex _index;
    private readonly Lazy<DateOnly?> _created;

    private NoemieDocument(ReadOnlyMemory<byte> bytes, NoemieSchema schema, DocumentIndex index, IReadOnlyList<Diagnostic> findings)
    {
        _bytes = bytes;
        _schema = schema;
        _index = index;
        Findings = findings;
        _created = new Lazy<DateOnly?>(Created);
    }

    /// <inheritdoc/>
    public override string Format => NoemieFormat.FormatName;

    /// <inheritdoc/>
    public override ISchema? Schema => _schema;

    /// <inheritdoc/>
    public override Node Root => new(this, 0);

    /// <inheritdoc/>
    public override IReadOnlyList<Diagnostic> Findings { get; }

    internal ReadOnlyMemory<byte> Bytes => _bytes;

    internal NoemieSchema Form => _schema;

    /// <summary>True for blocks with flags, false for a plain stream.</summary>
    public bool IsBlocked => _index.Framing.IsBlocked;

    /// <summary>Reads without copying; a field that lies in two blocks is put together when it is asked for.</summary>
    public static NoemieDocument Read(ReadOnlyMemory<byte> bytes, NoemieSchema schema)
    {
        var findings = new DiagnosticBag();
        return new NoemieDocument(bytes, schema, DocumentIndex.Read(bytes, schema, findings), findings);
    }

    /// <inheritdoc/>
    public override string NameOf(long handle)
    {
        if (handle == 0)
        {
            return ExpressionTypes.Root;
        }

        ref readonly var entity = ref EntityOf(handle);
        return FieldOf(handle) is var field && field < 0
            ? entity.Type?.Name ?? ExpressionTypes.UnknownName
            : EntityFields.Of(entity)[field].Name;
    }

    /// <inheritdoc/>
    public override string? TypeOf(long handle)
    {
        if (handle == 0)
        {
            return ExpressionTypes.Root;
        }

        ref readonly var entity = ref EntityOf(handle);
        return FieldOf(handle) is var field && field < 0
            ? entity.Type?.TypeName ?? ExpressionTypes.Unknown
            : FieldValue.TypeOf(EntityFields.Of(entity)[field]);
    }

    /// <inheritdoc/>
    public override NodeState StateOf(long handle) =>
        handle != 0 && FieldOf(handle) >= 0 && ValueOf(handle).IsNone ? NodeState.Absent : NodeState.Valued;

    /// <inheritdoc/>
    public override Value ValueOf(long handle)
    {
        if (handle == 0 || FieldOf(handle) < 0)
        {
            return Value.None;
        }

        ref readonly var entity = ref EntityOf(handle);
        var field = EntityFields.Of(entity)[FieldOf(handle)];
        var sign = field.Content == FieldContent.Decimal && entity.Type?.Layout.At(field.To + 1) is { Name: SignName } behind ? BytesOf(entity, behind) : default;
        return FieldValue.Of(field, BytesOf(entity, field), sign is [Amount.Negative], field.Content == FieldContent.BirthDate ? _created.Value : null);
    }

    /// <inheritdoc/>
    public override Place PlaceOf(long handle)
    {
        if (handle == 0)
        {
            return Place.Whole;
        }

        ref readonly var entity = ref EntityOf(handle);
        var field = FieldOf(handle) is var at && at >= 0 ? EntityFields.Of(entity)[at] : null;
        var position = _index.PositionOf(entity, field?.Start ?? 0);
        return EntityPlace.Of(_index.Framing.BlockOf(position), IndexOf(handle) + 1, entity.Number, field?.From ?? 0, field?.To ?? 0, position);
    }

    /// <inheritdoc/>
    public override void AppendChildren(long handle, string name, List<Node> into)
    {
        var type = handle == 0 ? null : EntityOf(handle).Type;
        if (handle == 0 || FieldOf(handle) < 0)
        {
            if (AppendField(handle, name, into))
            {
                return;
            }

            foreach (var view in handle != 0 && type is null ? [] : View.Of(type))
            {
                if (string.Equals(view.Name, name, StringComparison.Ordinal))
                {
                    ViewReader.Append(_index.Entities, IndexOf(handle), view, this, into);
                    return;
                }
            }

            foreach (var below in Below(handle))
            {
                if (string.Equals(_index.Entities[below].Type?.Name ?? ExpressionTypes.UnknownName, name, StringComparison.Ordinal))
                {
                    into.Add(NodeOf(below));
                }
            }
        }
    }

    /// <summary>Fields first, then what lies in the entity by levels. Blank fields are left out.</summary>
    public override void AppendChildren(long handle, List<Node> into)
    {
        if (handle != 0 && FieldOf(handle) >= 0)
        {
            return;
        }

        if (handle != 0)
        {
            var fields = EntityFields.Of(EntityOf(handle));
            for (var field = 0; field < fields.Count; field++)
            {
                var node = new Node(this, handle | (uint)(field + 1));
                if (StateOf(node.Handle) != NodeState.Absent)
                {
                    into.Add(node);
                }
            }
        }

        foreach (var below in Below(handle))
        {
            into.Add(NodeOf(below));
        }
    }

    /// <summary>Writes the bytes that were read.</summary>
    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(_bytes.Span);

    /// <summary>Entities of the file, with 000 and 999.</summary>
    public int EntityCount => _index.Entities.Length;

    /// <summary>Layout and bytes of an entity by its 1-based number in the file; no layout when the schema does not know it.</summary>
    public (FixedRecord? Layout, byte[] Bytes) EntityAt(int number)
    {
        ref readonly var entity = ref _index.Entities[number - 1];
        return (entity.Type?.Layout, _index.Slice(_bytes.Span, entity, 0, entity.Length).ToArray());
    }

    /// <summary>The label of a node: what the standard calls the entity or field; empty when the schema does not know it.</summary>
    public string LabelOf(long handle)
    {
        if (handle == 0)
        {
            return "";
        }

        ref readonly var entity = ref EntityOf(handle);
        return FieldOf(handle) is var at && at >= 0 ? EntityFields.Of(entity)[at].Label : entity.Type?.Layout.Label ?? "";
    }

    /// <summary>The label of the code that a field holds, null when it is no code or not known.</summary>
    public string? CodeLabelOf(long handle) =>
        handle != 0 && FieldOf(handle) is var at && at >= 0 ? EntityFields.Of(EntityOf(handle))[at].Codes?.LabelOf(ValueOf(handle).Text) : null;

    /// <summary>Writes the same entities in blocks with flags, or one after the other.</summary>
    public void WriteAs(bool blocked, IBufferWriter<byte> writer)
    {
        var blocks = new BlockWriter(writer, _schema.Blocks, blocked);
        foreach (ref readonly var entity in _index.Entities.AsSpan())
        {
            blocks.Write(_index.Slice(_bytes.Span, entity, 0, entity.Length));
        }

        blocks.Complete();
    }

    /// <summary>The entity at an index of the file.</summary>
    internal Node NodeOf(int index) => new(this, (long)(index + 1) << FieldBits);

    /// <summary>The bytes of the entity that a node is, or is a field of; with its <c>@</c>, without flags of blocks.</summary>
    internal ReadOnlySpan<byte> BytesOf(long handle)
    {
        ref readonly var entity = ref EntityOf(handle);
        return _index.Slice(_bytes.Span, entity, 0, entity.Length);
    }

    internal EntityType? KindOf(long handle) => EntityOf(handle).Type;

    internal ReadOnlySpan<DocumentEntity> Entities => _index.Entities;

    internal ReadOnlySpan<byte> BytesOf(in DocumentEntity entity, FixedField field)
    {
        var start = Math.Min(field.Start, entity.Length);
        return _index.Slice(_bytes.Span, entity, start, Math.Min(field.To, entity.Length) - start);
    }

    private static int IndexOf(long handle) => (int)(handle >> FieldBits) - 1;

    private static int FieldOf(long handle) => (int)(handle & FieldMask) - 1;

    private ref readonly DocumentEntity EntityOf(long handle) => ref _index.Entities[IndexOf(handle)];

    private bool AppendField(long handle, string name, List<Node> into)
    {
        if (handle == 0)
        {
            return false;
        }

        var at = EntityFields.Find(EntityOf(handle), name);
        if (at >= 0 && StateOf(handle | (uint)(at + 1)) != NodeState.Absent)
        {
            into.Add(new Node(this, handle | (uint)(at + 1)));
        }

        return at >= 0;
    }

    private IEnumerable<int> Below(long handle)
    {
        var entities = _index.Entities;
        var (at, end) = handle == 0 ? (0, entities.Length) : (IndexOf(handle) + 1, EntityOf(handle).Next);
        while (at < end)
        {
            yield return at;
            at = entities[at].Next;
        }
    }

    private DateOnly? Created()
    {
        if (_index.Entities is not [var header, ..] || header.Type?.Layout.Field("created") is not { } field)
        {
            return null;
        }

        return FixedDate.Read(BytesOf(header, field), birth: false, null);
    }
}
