using Simphonie.Core.Lots;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.BillingKinds;

/// <summary>A table of kinds of billing that was loaded: rows in the order of the file, the first that fits counts. Immutable.</summary>
public sealed class BillingKindTable : IBillingKinds
{
    /// <summary>What the catalog knows such tables by; no message has this format.</summary>
    public const string FormatName = "billing-kinds";

    private readonly BillingKindRow[] _rows;

    internal BillingKindTable(SchemaHeader header, IEnumerable<BillingKindRow> rows) => (Header, _rows) = (header, [.. rows]);

    /// <inheritdoc/>
    public SchemaHeader Header { get; }

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public string RootType => "";

    /// <inheritdoc/>
    public BillingKind? Find(IReadOnlyCollection<string> acts, IReadOnlyCollection<string> covers, IReadOnlyCollection<string> sites, DateOnly day) =>
        Array.Find(_rows, row => row.IsFor(acts, covers, sites, day))?.Kind;

    /// <inheritdoc/>
    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        element = default;
        return false;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ElementNames(string type) => [];

    /// <inheritdoc/>
    public bool HasType(string type) => false;
}
