using Simphonie.Core.Declarations;
using Simphonie.Definitions.Processes;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class ReconcileKind : IStepKind
{
    /// <summary>Events that a part of a return becomes.</summary>
    private static readonly string[] s_events = ["paid", "rejected", "deferred"];

    /// <summary>What a part is compared with, and what it moves.</summary>
    private static readonly string[] s_holds = ["lot", "lot_date", "asked", "paid", "open"];

    public string Name => "reconcile";

    public string Description => "Takes the message as a return of payers. It is verified whole; then its items are applied in the background, some hundreds in a commit, each exactly once: a part of an invoice is the event 'paid', 'rejected' or 'deferred' of its case (lot, lot_date, payer, asked, amount, transfer, accounted_on, reason), whose key is FINESS/number/complement/amo or /amc. A part that does not agree with its case in lot, lot date, payer, insured and amount asked is parked with a task. A second copy, a return that does not add up and one of a known identity with other content end the handling here. Whether two files are the same return is decided here: files and mails are known to intake by their content alone; where returns come by another door, hub.yaml says 'duplicates: {on_conflict: accept}'.";

    public string Example => "- reconcile: noemie\n  process: invoice\n  reasons: rejections/noemie-hub";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "reconcile", Kind = FieldKind.Text, Required = true, Example = "noemie", Description = "Format of the message, one that knows returns." },
        new() { Name = "process", Kind = FieldKind.Reference, Required = true, Example = "invoice", Description = "Process whose cases are parts of invoices. They hold 'lot', 'lot_date', 'asked', 'paid' and 'open', and 'payer' and 'insured' (a stand-in) if these are to agree too; both come with the lot. With 'rejections', a count, a rejection that its case does not take waits for somebody." },
        new() { Name = "reasons", Kind = FieldKind.Reference, Example = "rejections/noemie-hub", Description = "List of reasons of rejection, with who acts first and how. A code that it does not have is of the family 'other'." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Scalar("reconcile") is not { } format || step.Scalar("process") is not { } process)
        {
            return null;
        }

        CheckFormat(format, builder);
        CheckProcess(process, builder);
        var reasons = step.Scalar("reasons");
        if (reasons is not null)
        {
            builder.Schema(reasons);
        }

        return new Step.Reconcile(format.Text, process.Text, reasons?.Text, step.Place);
    }

    private static void CheckFormat(Setting.Scalar format, StepBuilder builder)
    {
        if (builder.Message.Format is { } received && received != format.Text)
        {
            builder.Findings.Add(RouteCodes.FormatMismatch, format.Place, $"the message is {received}, not {format.Text}.");
        }
    }

    private static void CheckProcess(Setting.Scalar process, StepBuilder builder)
    {
        var versions = builder.Scope.Processes.Where(one => one.Name == process.Text).ToList();
        if (versions.Count == 0)
        {
            builder.Findings.Add(ProcessCodes.UnknownProcess, process.Place, $"there is no process '{process.Text}'{Suggestion.For(process.Text, builder.Scope.Processes.Select(static one => one.Name))}");
        }

        foreach (var version in versions)
        {
            foreach (var missing in s_events.Except(version.EventNames, StringComparer.Ordinal))
            {
                builder.Findings.Add(ProcessCodes.UnknownEvent, process.Place, $"the process '{version.Name}' names no event '{missing}', which parts of returns become.");
            }

            foreach (var missing in s_holds.Where(name => version.Holds.All(hold => hold.Name != name)))
            {
                builder.Findings.Add(ProcessCodes.UnknownValue, process.Place, $"a case of '{version.Name}' holds no '{missing}', which parts of returns are compared with.");
            }
        }
    }
}
