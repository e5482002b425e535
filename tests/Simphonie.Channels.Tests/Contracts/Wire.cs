namespace Simphonie.Channels.Tests.Contracts;

/// <summary>How the bytes travel: each is a configuration of its own to the contract suites.</summary>
internal enum Wire
{
    Plain,

    /// <summary>The server proves who it is.</summary>
    Tls,

    /// <summary>Both sides do.</summary>
    MutualTls,
}
