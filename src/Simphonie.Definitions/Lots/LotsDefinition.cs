using Simphonie.Core.Lots;

namespace Simphonie.Definitions.Lots;

/// <summary>The section <c>lots</c> of <c>hub.yaml</c>: whom invoices go to, who numbers, when lots close.</summary>
public sealed record LotsDefinition
{
    /// <summary>The establishment as lots name it.</summary>
    public required LotSender Sender { get; init; }

    public required RecipientDirectory Recipients { get; init; }

    /// <summary>Records of one lot at most; a larger invoice has a lot of its own.</summary>
    public required int Records { get; init; }

    public required int Invoices { get; init; }

    public required LotTimes Times { get; init; }

    /// <summary>True: what the recipient refused waits for somebody before it goes again.</summary>
    public bool HoldRefused { get; init; }

    /// <summary>Process whose cases are told what becomes of the lots of their invoices; null: none is.</summary>
    public string? Process { get; init; }

    /// <summary>Profiles that the site is certified for, as <c>b2/editor@2</c>: nothing else sends real invoices.</summary>
    public IReadOnlyList<string> Certified { get; init; } = [];

    /// <summary>File that keeps how far numbers have come, absolute; null: in the data directory.</summary>
    public string? Marks { get; init; }

    /// <summary>What a lot of the site may hold, given what its format allows.</summary>
    public LotTotals Most(in LotTotals format) => format with { Records = Math.Min(Records, format.Records), Invoices = Math.Min(Invoices, format.Invoices) };
}
