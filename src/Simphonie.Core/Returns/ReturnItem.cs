using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Returns;

/// <summary>One thing that a return says. Amounts are signed cents. Prints nothing of a person.</summary>
public abstract record ReturnItem
{
    private ReturnItem()
    {
    }

    /// <summary>0-based, in the order of the return.</summary>
    public required long Ordinal { get; init; }

    public required Place Place { get; init; }

    /// <summary>Who is paid: FINESS of nine digits.</summary>
    public required string Payee { get; init; }

    /// <summary>Who sends the return.</summary>
    public required string Payer { get; init; }

    /// <summary>Type and ordinal only.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Ordinal}";

    /// <summary>What became of one debtor's part of an invoice.</summary>
    public sealed record Part : ReturnItem
    {
        /// <summary>Nine digits.</summary>
        public required string Invoice { get; init; }

        /// <summary>Six characters, empty when none.</summary>
        public required string Complement { get; init; }

        public required int Lot { get; init; }

        public required DateOnly? LotDate { get; init; }

        public required DebtorPart Debtor { get; init; }

        /// <summary>0-based among the items of the same lot, lot date, invoice and debtor in this return.</summary>
        public required int Repetition { get; init; }

        public required long Asked { get; init; }

        public required PartState State { get; init; }

        public required long Paid { get; init; }

        /// <summary>NIR of the insured without its key, empty when none: an identity.</summary>
        public required string Insured { get; init; }

        public required string? TransferReference { get; init; }

        public required DateOnly? AccountedOn { get; init; }

        /// <summary>Number of the complementary insurer, where the part is its.</summary>
        public required string? Amc { get; init; }

        public required IReadOnlyList<ReturnRejection> Rejections { get; init; }
    }

    /// <summary>A transfer of money: the sum of parts, deductions and single payments under it.</summary>
    public sealed record Transfer : ReturnItem
    {
        public required string Reference { get; init; }

        public required DateOnly? AccountedOn { get; init; }

        /// <summary>Sum as the return's own totals give it; null where it gives none.</summary>
        public required long? Amount { get; init; }
    }

    /// <summary>Money that is no part of an invoice: a deduction (negative) or a single or flat payment.</summary>
    public sealed record Money : ReturnItem
    {
        /// <summary>Number of the entity that says it (<c>250</c>, <c>261</c>, <c>262</c>).</summary>
        public required string Kind { get; init; }

        public required long Amount { get; init; }

        public required string? TransferReference { get; init; }

        /// <summary>Reference or label as received; shown on demand only.</summary>
        public required string Reference { get; init; }
    }

    /// <summary>A logical acknowledgement of a lot.</summary>
    public sealed record LotAnswer : ReturnItem
    {
        public required string FileId { get; init; }

        public required int Lot { get; init; }

        public required DateOnly? LotDate { get; init; }

        public required bool Accepted { get; init; }

        /// <summary>Code of a negative one (<c>5001</c>), null for a positive one.</summary>
        public required string? Code { get; init; }
    }
}
