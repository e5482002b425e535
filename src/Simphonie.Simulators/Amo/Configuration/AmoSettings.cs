namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>How the simulated AMO decides and when it answers.</summary>
public sealed record AmoSettings
{
    /// <summary>Invoices rejected in ten thousand: 1.73 % is the published national rate with CDRi.</summary>
    public int RejectionsPerTenThousand { get; init; } = 173;

    /// <summary>Another seed rejects other invoices; the same seed always the same ones.</summary>
    public int Seed { get; init; }

    /// <summary>From the file to its acknowledgement.</summary>
    public TimeSpan AcknowledgeAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the file to its return.</summary>
    public TimeSpan ReturnAfter { get; init; } = TimeSpan.FromSeconds(30);

    public AmoFaults Faults { get; init; } = new();
}
