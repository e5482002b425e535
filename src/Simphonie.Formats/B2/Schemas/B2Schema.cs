using Simphonie.Core.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>
/// The layouts, code lists and totals of one version of B2. Immutable.
/// Types of the tree: <c>File</c> (type000, lot*, type999), <c>Lot</c> (type1, invoice*, type6), <c>Invoice</c> (type2 and its complements, line*, type5),
/// <c>Line</c> (type3 or type4 and its complements), and one type a record, whose elements are its fields.
/// </summary>
public sealed class B2Schema : ISchema
{
    /// <summary>Length of every record.</summary>
    public const int RecordLength = 128;

    internal const string FileType = "File";
    internal const string LotType = "Lot";
    internal const string InvoiceType = "Invoice";
    internal const string LineType = "Line";

    private readonly Dictionary<string, Dictionary<string, SchemaElement>> _types;

    internal B2Schema(SchemaHeader header, B2LayoutSet layouts, IReadOnlyDictionary<string, CodeList> codes, B2TotalSet totals, IReadOnlyList<B2Repeat> repeats, CharacterTable characters, B2Norm norm)
    {
        Header = header;
        Layouts = layouts;
        Codes = codes;
        Totals = totals;
        Repeats = repeats;
        Characters = characters;
        Norm = norm;
        _types = B2Types.Of(layouts);
    }

    public SchemaHeader Header { get; }

    public string Format => B2Format.FormatName;

    public string RootType => FileType;

    public B2LayoutSet Layouts { get; }

    public IReadOnlyDictionary<string, CodeList> Codes { get; }

    /// <summary>True when records that come without a header are in norm CP.</summary>
    public bool IsCp => Norm.IsCp;

    /// <summary>What files that the hub writes say of the norm and of who receives them.</summary>
    public B2Norm Norm { get; }

    internal B2TotalSet Totals { get; }

    internal IReadOnlyList<B2Repeat> Repeats { get; }

    internal CharacterTable Characters { get; }

    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        element = default;
        return _types.TryGetValue(type, out var elements) && elements.TryGetValue(name, out element);
    }

    public IReadOnlyList<string> ElementNames(string type) => _types.TryGetValue(type, out var elements) ? [.. elements.Keys] : [];

    public bool HasType(string type) => _types.ContainsKey(type);
}
