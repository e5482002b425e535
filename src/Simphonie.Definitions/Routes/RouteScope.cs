using Simphonie.Core.Schemas;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>What the routes of one definition set may refer to.</summary>
internal sealed record RouteScope
{
    public required ISchemaCatalog Schemas { get; init; }

    public required MappingCatalog Mappings { get; init; }

    public required IExpressionCompiler Expressions { get; init; }

    public IReadOnlyDictionary<string, CodeTable> Tables { get; init; } = new Dictionary<string, CodeTable>(StringComparer.Ordinal);

    /// <summary>Processes that events may be raised to, and whose messages routes may take.</summary>
    public IReadOnlyList<ProcessDefinition> Processes { get; init; } = [];

    /// <summary>True for a channel on which a process sends: <c>process.NAME</c>.</summary>
    public bool IsOfProcess(string channel) => Processes.Any(process => process.Channel == channel);

    /// <summary>Null when no <c>hub.yaml</c> is at hand: names of channels and endpoints are then not checked.</summary>
    public SiteNames? Site { get; init; }
}
