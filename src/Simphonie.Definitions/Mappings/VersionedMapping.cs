using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Mappings;

/// <summary>All versions of one mapping behind a reference without <c>@</c>: each run takes the version in force on the handling's business date.</summary>
internal sealed class VersionedMapping : Mapping
{
    private readonly Mapping[] _latestFirst;

    public VersionedMapping(IEnumerable<Mapping> versions) => _latestFirst = [.. versions.OrderByDescending(m => m.Effective)];

    public override string Name => _latestFirst[0].Name;

    public override int Version => _latestFirst[0].Version;

    public override DateOnly Effective => _latestFirst[^1].Effective;

    public override string From => _latestFirst[0].From;

    public override string To => _latestFirst[0].To;

    public override IReadOnlyCollection<string> Reads => [.. _latestFirst.SelectMany(m => m.Reads).Distinct(StringComparer.Ordinal)];

    public override MappingResult Run(MappingInput input)
    {
        var date = input.BusinessDate ?? ParisTime.DateOf(input.Now);
        foreach (var version in _latestFirst)
        {
            if (version.Effective <= date)
            {
                return version.Run(input);
            }
        }

        return new()
        {
            Findings = [Diagnostic.Of(MappingVersionCodes.NoneInForce, Place.Whole, $"no version of mapping '{Name}' is in force on {date:yyyy-MM-dd}; the first one is of {Effective:yyyy-MM-dd}.")],
        };
    }
}
