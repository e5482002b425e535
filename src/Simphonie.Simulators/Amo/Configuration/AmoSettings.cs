namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>How the simulated AMO decides and when it answers. Shares are of ten thousand; the seed and a key decide who falls into them.</summary>
public sealed record AmoSettings
{
    /// <summary>Invoices rejected, both parts: 1.73 % is the published national rate with CDRi.</summary>
    public int RejectionsPerTenThousand { get; init; } = 173;

    /// <summary>Invoices of which only the complementary part is rejected.</summary>
    public int AmcRejectionsPerTenThousand { get; init; }

    /// <summary>Invoices of which each part is paid by <see cref="PartlyPaidPercent"/> only.</summary>
    public int PartlyPaidPerTenThousand { get; init; }

    /// <summary>What of a part is paid at first, rounded down to the cent.</summary>
    public int PartlyPaidPercent { get; init; } = 60;

    /// <summary>Invoices whose decision is put off.</summary>
    public int DeferredPerTenThousand { get; init; }

    /// <summary>Transfers that a deduction (250) is taken off.</summary>
    public int DeductionsPerTenThousand { get; init; }

    /// <summary>Transfers that a one-off payment (261 and 262) is added to.</summary>
    public int OneOffPaymentsPerTenThousand { get; init; }

    /// <summary>Lots refused by a negative acknowledgement, for one of the two known reasons.</summary>
    public int LotsRefusedPerTenThousand { get; init; }

    /// <summary>Lots that are refused whatever is drawn.</summary>
    public IReadOnlyList<RefusedLot> RefuseLots { get; init; } = [];

    /// <summary>Another seed chooses others; the same seed always the same ones.</summary>
    public int Seed { get; init; }

    /// <summary>From the file to its acknowledgement.</summary>
    public TimeSpan AcknowledgeAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the file to its return.</summary>
    public TimeSpan ReturnAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the return to a second one, which pays what was deferred and what is left of parts; zero: it never comes.</summary>
    public TimeSpan RestAfter { get; init; } = TimeSpan.FromSeconds(60);

    public AmoFaults Faults { get; init; } = new();

    /// <summary>Null: files come and answers go by folders only.</summary>
    public AmoMailSettings? Mail { get; init; }
}

/// <summary>A lot to refuse.</summary>
/// <param name="Number">Its number, whoever sends it.</param>
/// <param name="Code">Code of the refusal, four characters.</param>
public sealed record RefusedLot(int Number, string Code);
