using Simphonie.Core.Schemas;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>What the routes of one definition set may refer to.</summary>
internal sealed record RouteScope
{
    public required ISchemaCatalog Schemas { get; init; }

    public required MappingCatalog Mappings { get; init; }

    public required IExpressionCompiler Expressions { get; init; }

    public IReadOnlyDictionary<string, CodeTable> Tables { get; init; } = new Dictionary<string, CodeTable>(StringComparer.Ordinal);

    /// <summary>Null when no <c>hub.yaml</c> is at hand: names of channels and endpoints are then not checked.</summary>
    public SiteNames? Site { get; init; }
}
