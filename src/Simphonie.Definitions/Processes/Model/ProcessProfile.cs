using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Processes.Model;

/// <summary>Parameters of processes as a versioned file (<c>*.parameters.yaml</c>), so that what the texts do not say, or a site decides, is data.</summary>
public sealed record ProcessProfile
{
    public static ProcessProfile Empty { get; } = new() { Name = "", Version = 0, Effective = DateOnly.MinValue, Status = SchemaStatus.Site, Values = [], Place = Place.Whole };

    /// <summary>Name without version: <c>diapason/hub</c>.</summary>
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required DateOnly Effective { get; init; }

    public required SchemaStatus Status { get; init; }

    /// <summary>Durations are quantities of calendar units, whole numbers are longs, all else is text.</summary>
    public required IReadOnlyList<KeyValuePair<string, Value>> Values { get; init; }

    public required Place Place { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string Hash { get; init; } = "";
}
