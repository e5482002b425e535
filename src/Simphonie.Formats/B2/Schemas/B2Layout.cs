using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>One kind of record: its fields and what tells it from the others.</summary>
public sealed class B2Layout
{
    private const string CpMark = "CP";
    private const string SubTypeField = "complementType";
    private const string InvoiceField = "numeroFacture";

    internal B2Layout(FixedRecord record, int index)
    {
        Record = record;
        Index = index;
        Type = record.Name[0];
        IsCp = record.Name.EndsWith(CpMark, StringComparison.Ordinal);
        var letter = record.Field(SubTypeField);
        SubType = letter?.Fixed is { Length: 1 } written ? written[0] : '\0';
        SubTypeAt = SubType == '\0' ? 0 : letter!.From;
        Invoice = record.Field(InvoiceField);
        ElementName = "type" + (IsCp ? record.Name[..^CpMark.Length] : record.Name);
        TypeName = "Type" + record.Name;
        Blank = BlankRecord.Of(record);
    }

    public FixedRecord Record { get; }

    /// <summary>Name of the record in the schema: <c>000</c>, <c>2CP</c>, <c>4M</c>.</summary>
    public string Name => Record.Name;

    /// <summary>Position among the layouts of the schema.</summary>
    public int Index { get; }

    /// <summary>Character in first position; <c>0</c> of 000 and <c>9</c> of 999.</summary>
    public char Type { get; }

    /// <summary>Letter of a sub-record, NUL for a base record.</summary>
    public char SubType { get; }

    /// <summary>Position of that letter, 36 or 39; 0 for a base record.</summary>
    public int SubTypeAt { get; }

    /// <summary>True when a general layout of the same record exists beside it.</summary>
    public bool IsCp { get; }

    public bool IsBase => SubType == '\0';

    /// <summary>Where the invoice number stands, null when the record has none.</summary>
    public FixedField? Invoice { get; }

    /// <summary>The record before anything is filled in.</summary>
    internal ReadOnlyMemory<byte> Blank { get; }

    /// <summary>Name in a document's tree: <c>type2S</c>, whichever norm.</summary>
    public string ElementName { get; }

    /// <summary>Type in a document's tree: <c>Type2SCP</c>.</summary>
    public string TypeName { get; }
}
