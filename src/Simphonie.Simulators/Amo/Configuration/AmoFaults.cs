namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>Deliberate faults of the simulated AMO, in every return while they are on. All off by default.</summary>
public sealed record AmoFaults
{
    /// <summary>The same return comes as two files with equal bytes.</summary>
    public bool SameReturnTwice { get; init; }

    /// <summary>The total of the 999 is one cent more than what the parts add up to.</summary>
    public bool WrongTotal { get; init; }

    /// <summary>The return comes when the acknowledgement would, and the acknowledgement when the return would.</summary>
    public bool ReturnBeforeAcknowledgement { get; init; }

    /// <summary>The first lot of the return pays an invoice that nobody sent.</summary>
    public bool UnknownInvoice { get; init; }

    /// <summary>The return pays the first invoice's number once more, in a lot of a year before: numbers are unique for a time only.</summary>
    public bool YearOldInvoice { get; init; }

    /// <summary>The first paid invoice of the return is taken back behind its payment: the same line again, with sign N.</summary>
    public bool NegativeSign { get; init; }
}
