namespace Simphonie.Cli.Composition;

/// <summary>How a hub is started.</summary>
internal sealed record HubOptions
{
    /// <summary>The <c>hub.yaml</c>.</summary>
    public required string Config { get; init; }

    /// <summary>The data directory.</summary>
    public required string Data { get; init; }

    /// <summary>Added to every port of the <c>hub.yaml</c>.</summary>
    public int PortOffset { get; init; }

    /// <summary>Where <c>${env:…}</c> is looked up.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
