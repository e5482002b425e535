using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Writing;

/// <summary>
/// Builds a file, a lot or an invoice. Names are those of the tree: <c>lot</c>, <c>invoice</c>, <c>line</c>, <c>type2S</c>, and fields under their record.
/// Records come out in the order of the norm. What identifies the invoice is written once, in its record of type 2, and repeated in the others;
/// a record of type 5, 6 or 999 need not be made, and its counts and totals are counted.
/// </summary>
internal sealed class B2Builder : IDocumentBuilder
{
    private readonly B2Schema? _schema;
    private readonly List<OutputNode> _nodes = [];
    private readonly DiagnosticBag _problems = new();

    public B2Builder(B2Schema? schema, string? type)
    {
        _schema = schema;
        B2Level? level = (type ?? B2Schema.FileType) switch
        {
            B2Schema.FileType => B2Level.Root,
            B2Schema.LotType => B2Level.Lot,
            B2Schema.InvoiceType => B2Level.Invoice,
            _ => null,
        };
        if (schema is null || level is null)
        {
            _problems.Add(B2Codes.UnknownPlace, Place.Whole, "a B2 document is built with a schema, as File, Lot or Invoice");
        }

        _nodes.Add(new(level ?? B2Level.Root, (type ?? B2Schema.FileType).ToLowerInvariant(), null, 0));
    }

    public long Root => 0;

    /// <inheritdoc/>
    public long Child(long parent, string name)
    {
        foreach (var child in _nodes[(int)parent].Children)
        {
            if (child.Name == name)
            {
                return child.Handle;
            }
        }

        return Append(parent, name);
    }

    /// <inheritdoc/>
    public long Append(long parent, string name, string? type = null)
    {
        var owner = _nodes[(int)parent];
        if (owner.Level == B2Level.Record)
        {
            return Field(owner, name);
        }

        if (OutputTree.Group(owner.Level, name) is { } level)
        {
            return Add(new(level, name, owner, _nodes.Count));
        }

        if (owner.Level == B2Level.Field || _schema is null || OutputTree.Record(_schema, owner.Level, name, type) is not { } layout)
        {
            return Nowhere(owner, name);
        }

        return Add(new(B2Level.Record, name, owner, _nodes.Count) { Layout = layout, Bytes = layout.Blank.ToArray() });
    }

    /// <inheritdoc/>
    public void Set(long node, Value value)
    {
        var target = _nodes[(int)node];
        if (target.Field is not { } field)
        {
            Nowhere(target, "a value");
        }
        else if (!value.IsNone)
        {
            target.IsGiven = true;
            if (FieldText.Write(field, value, _schema!.Characters, target.Record.Bytes) is { } code)
            {
                _problems.Add(code, Place.InMessage(PathOf(node)), $"{field.Name} ({field.Label}), {field.Length} characters: {code.Title}");
            }
        }
    }

    /// <inheritdoc/>
    public void Copy(long node, Node source)
    {
        var target = _nodes[(int)node];
        if (source.Document is not B2Document document || !BuilderCopy.Fits(target, document, source))
        {
            _problems.Add(B2Codes.ForeignSource, Place.InMessage(PathOf(node)), "the source is no part of a B2 document of the same kind");
            return;
        }

        if (target.Field is { } field)
        {
            target.IsGiven = true;
            document.FieldOf(source)!.In(document.RecordAt(document.RecordOf(source).Number - 1)).CopyTo(target.Record.Bytes.AsSpan(field.Start));
        }
        else if (target.Level == B2Level.Record)
        {
            target.Bytes = document.RecordAt(document.RecordOf(source).Number - 1).ToArray();
            foreach (var one in target.Layout!.Record.Fields.Where(one => !one.IsFiller))
            {
                _nodes[(int)Field(target, one.Name)].IsGiven = true;
            }
        }
        else
        {
            foreach (var child in BuilderCopy.Children(source))
            {
                Copy(Append(node, child.Name, BuilderCopy.TypeOf(child)), child);
            }
        }
    }

    /// <summary>Blank, or zeros in a number.</summary>
    public void Clear(long node)
    {
        var target = _nodes[(int)node];
        if (target.Field is { } field)
        {
            target.IsGiven = true;
            target.Record.Layout!.Blank.Span.Slice(field.Start, field.Length).CopyTo(target.Record.Bytes.AsSpan(field.Start));
        }
    }

    /// <inheritdoc/>
    public string PathOf(long node)
    {
        var path = new List<string>();
        for (var at = _nodes[(int)node]; at.Parent is { } parent; at = parent)
        {
            var same = parent.Children.Where(child => child.Name == at.Name).ToList();
            path.Add(same.Count > 1 ? $"{at.Name}[{same.IndexOf(at)}]" : at.Name);
        }

        path.Reverse();
        return path.Count == 0 ? _nodes[(int)node].Name : string.Join('.', path);
    }

    /// <inheritdoc/>
    public Document Build(DiagnosticBag findings)
    {
        findings.AddRange(_problems);
        var buffer = new ArrayBufferWriter<byte>(1024);
        if (_schema is not null)
        {
            Complete(_nodes[0], findings);
            new BuilderOutput(_schema, PathOf, findings).Write(_nodes[0], buffer);
        }

        return B2Document.Read(buffer.WrittenMemory, _schema);
    }

    /// <summary>Makes the records that follow from the others, and says what is missing.</summary>
    private void Complete(OutputNode node, DiagnosticBag findings)
    {
        foreach (var child in node.Children.ToList())
        {
            Complete(child, findings);
        }

        var (head, inside, end) = node.Level switch
        {
            B2Level.Root => ("type000", null, "type999"),
            B2Level.Lot => ("type1", "invoice", "type6"),
            B2Level.Invoice => ("type2", "line", "type5"),
            B2Level.Line => (null, null, null),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        if (end is not null && node.Children.TrueForAll(child => child.Name != end))
        {
            var norm = node.Children.Find(child => child.Name == head)?.Layout;
            Append(node.Handle, end, norm is { IsCp: false, Type: '2' } ? "Type5" : null);
        }

        foreach (var needed in new[] { head, inside })
        {
            if (needed is not null && node.Children.TrueForAll(child => child.Name != needed))
            {
                findings.Add(B2Codes.Incomplete, Place.InMessage(PathOf(node.Handle)), $"{needed} is missing");
            }
        }

        if (node.Level == B2Level.Line && !node.Children.Exists(child => child.Layout is { IsBase: true }))
        {
            findings.Add(B2Codes.Incomplete, Place.InMessage(PathOf(node.Handle)), "a line has a record of type 3 or 4");
        }
    }

    private long Field(OutputNode record, string name)
    {
        if (record.Children.Find(child => child.Name == name) is { } there)
        {
            return there.Handle;
        }

        return record.Layout!.Record.Field(name) is { } field
            ? Add(new(B2Level.Field, name, record, _nodes.Count) { Field = field })
            : Nowhere(record, name);
    }

    private long Add(OutputNode node)
    {
        node.Parent!.Children.Add(node);
        _nodes.Add(node);
        return node.Handle;
    }

    /// <summary>A node that is part of nothing, for what has no place.</summary>
    private long Nowhere(OutputNode owner, string name)
    {
        _problems.Add(B2Codes.UnknownPlace, Place.InMessage($"{PathOf(owner.Handle)}.{name}"), "nothing of that name can be written there");
        var lost = new OutputNode(B2Level.Field, name, owner, _nodes.Count);
        _nodes.Add(lost);
        return lost.Handle;
    }
}
