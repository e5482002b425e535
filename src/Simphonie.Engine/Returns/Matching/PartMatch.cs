using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;

namespace Simphonie.Engine.Returns.Matching;

/// <summary>Whether a part of a return is of the case that it names. Any difference is somebody's to decide.</summary>
internal static class PartMatch
{
    /// <summary>What does not agree; null when all does.</summary>
    /// <param name="named">The part.</param>
    /// <param name="found">The case of its key; null when there is none.</param>
    /// <param name="holds">What the case holds.</param>
    /// <param name="pseudonym">Gives the stand-in of an identity.</param>
    public static DiagnosticCode? Objection(NamedPart named, CaseRecord? found, in CaseHoldings holds, Func<string, string> pseudonym)
    {
        var part = named.Part;
        if (part.State is PartState.Rejected or PartState.Deferred && part.Paid != 0)
        {
            return ReturnCodes.Contradiction;
        }

        if (found is null)
        {
            return ReturnCodes.NoCase;
        }

        if (named.DecidedBy is not null)
        {
            return null;
        }

        return holds.Lot is not { } lot ? ReturnCodes.NotInLot
            : lot != part.Lot || holds.LotDate is null || holds.LotDate != Text(part.LotDate) ? ReturnCodes.OtherLot
            : Differ(holds.Payer, part.Payer) ? ReturnCodes.OtherPayer
            : holds.Asked != part.Asked ? ReturnCodes.OtherAmount
            : IsOtherPerson(named, holds.Insured, pseudonym) ? ReturnCodes.OtherPerson
            : null;
    }

    /// <summary>True where the case may appear, or come into its lot, later.</summary>
    public static bool MayComeRight(DiagnosticCode objection) => objection == ReturnCodes.NoCase || objection == ReturnCodes.OtherComplement || objection == ReturnCodes.NotInLot;

    private static string? Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    // What one of them does not say is no difference.
    private static bool Differ(string? held, string said) => !string.IsNullOrEmpty(held) && said.Length > 0 && held != said;

    private static bool IsOtherPerson(NamedPart named, string? held, Func<string, string> pseudonym) =>
        !string.IsNullOrEmpty(held) && named.Part.Insured.Length > 0 && held != (named.IsStandIn ? named.Part.Insured : pseudonym(named.Part.Insured));
}
