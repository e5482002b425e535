using System.Net;
using Simphonie.Channels.Tls;

namespace Simphonie.Simulators.Cdri;

/// <summary>How to run the CDRi simulator.</summary>
public sealed record CdriSimulatorOptions
{
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0: one that the system chooses.</summary>
    public int Port { get; init; }

    public string Path { get; init; } = "/cdri";

    /// <summary>The profile's file, with its XSD beside it.</summary>
    public required string ProfileFile { get; init; }

    /// <summary>The YAML file of people.</summary>
    public required string InsuredFile { get; init; }

    /// <summary>Server certificate and the authorities of clients; null: a plain listener for tests.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>PEM file of the authorities that signed assertions must come from, for a profile that asks for them.</summary>
    public string? AssertionAuthorities { get; init; }

    public Disturbance Disturbance { get; init; } = new();

    public required TimeProvider Time { get; init; }
}
