using Simphonie.Core.Formats;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;

namespace Simphonie.Engine.Testing;

/// <summary>The formats that route tests run with, by name.</summary>
public sealed record RouteTestFormats
{
    public required IReadOnlyDictionary<string, IFormat> All { get; init; }

    /// <summary>What they know of lots.</summary>
    public required IReadOnlyDictionary<string, ILotFormat> Lots { get; init; }

    /// <summary>What they know of returns.</summary>
    public required IReadOnlyDictionary<string, IReturnFormat> Returns { get; init; }
}
