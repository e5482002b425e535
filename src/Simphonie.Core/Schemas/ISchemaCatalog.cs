using System.Diagnostics.CodeAnalysis;

namespace Simphonie.Core.Schemas;

/// <summary>All schemas of one definition set.</summary>
public interface ISchemaCatalog
{
    IReadOnlyCollection<ISchema> All { get; }

    /// <summary>Finds <c>hl7v2/pam-fr@2.11</c> or, without <c>@</c>, the version with the latest effective date not after <paramref name="businessDate"/>. A <c>#Type</c> suffix is ignored here.</summary>
    bool TryResolve(string reference, DateOnly businessDate, [NotNullWhen(true)] out ISchema? schema);
}
