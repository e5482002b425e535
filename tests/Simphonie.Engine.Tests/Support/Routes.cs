using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Tests.Support;

/// <summary>Routes of the tests.</summary>
public static class Routes
{
    public static readonly Place Nowhere = Place.Whole;

    public static Route Of(string name, params Step[] steps) => new()
    {
        Name = name,
        Version = 1,
        Effective = new(2020, 1, 1),
        Place = Nowhere,
        From = ["in"],
        Key = FakeExpression.Field("key"),
        Steps = steps,
        Retry = new(4, TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(10)),
    };

    /// <summary>Sends the original as it is.</summary>
    public static Step.Send Send(string endpoint, Mapping? mapping = null) => new(endpoint, mapping, null, Nowhere);

    /// <summary>Asks with the original as it is; the answer is <c>answer</c>.</summary>
    public static Step.Call Call(string endpoint, Mapping? request = null, Mapping? response = null) =>
        new(endpoint, request, null, response, "answer", TimeSpan.FromSeconds(10), Nowhere);

    public static Step.Map Map(string name, Func<MappingInput, string?> map) => new(new FakeMapping(name, map), name, Nowhere);
}
