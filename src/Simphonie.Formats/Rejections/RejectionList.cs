using System.Collections.Frozen;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Rejections;

/// <summary>A list of reasons that was loaded. Codes are compared without zeros on their left: payers write them in fields of several widths.</summary>
public sealed class RejectionList : IRejectionList
{
    /// <summary>What the catalog knows such lists by; no message has this format.</summary>
    public const string FormatName = "rejections";

    private readonly FrozenDictionary<string, RejectionReason> _reasons;

    internal RejectionList(SchemaHeader header, IEnumerable<RejectionReason> reasons)
    {
        Header = header;
        _reasons = reasons.ToFrozenDictionary(static reason => Plain(reason.Code), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public SchemaHeader Header { get; }

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public string RootType => "";

    /// <inheritdoc/>
    public RejectionReason? Find(string code) => _reasons.GetValueOrDefault(Plain(code));

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

    internal static string Plain(string code) => code.TrimStart('0');
}
