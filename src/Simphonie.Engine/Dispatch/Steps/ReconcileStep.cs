using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Policies;
using Simphonie.Engine.Returns;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>
/// Verifies a return whole and keeps it, to be applied after the commit of the stage. The ledger tells returns that have been here: a copy, and another return of the
/// same identity, end the handling, so that what follows in the route is done once.
/// </summary>
internal sealed class ReconcileStep : StepRunner<Step.Reconcile>
{
    /// <summary>Kind of the ledger's entries: the value is the hash of the content and the message that brought it.</summary>
    public const string LedgerKind = "return";

    protected override StepEnd Run(Step.Reconcile step, StageContext context)
    {
        var message = context.Input.Message;
        if (message.Id == 0)
        {
            return StepEnd.Failed(ReturnCodes.Interactive, ReturnCodes.Interactive.Title);
        }

        if (message.Format != step.Format || !context.Environment.Returns.TryGetValue(step.Format, out var format)
            || message.Schema is null || !context.Input.Schemas.TryResolve(message.Schema, ParisDate.Of(message.ReceivedAt), out var schema))
        {
            return StepEnd.Failed(ReturnCodes.NoFormat, $"{message.Format} knows no returns, or the message has no schema.");
        }

        var received = new ReturnRecord
        {
            Establishment = message.Establishment,
            World = message.World,
            Identity = "",
            Reference = "",
            ContentHash = default,
            Format = step.Format,
            Schema = Named(schema),
            Process = step.Process,
            Reasons = context.Schema(step.Reasons) is { } reasons ? Named(reasons) : null,
            Message = message.Id,
            Status = ReturnStatus.Refused,
            Items = 0,
            At = context.Environment.Time.GetUtcNow(),
            ChangedAt = context.Environment.Time.GetUtcNow(),
        };
        if (format.Verify(context.Lease(message.Payload!), schema, context.Findings) is not { } head)
        {
            var first = context.Findings.First(static finding => finding.Severity == Severity.Error);
            return Refuse(context, received with { CausePlace = first.Place.ToString() }, ReturnCodes.NotVerified, first.Place, $"{first.Code.Id} at {first.Place}: {first.Text}");
        }

        received = received with { Identity = head.Identity, Reference = head.Reference, ContentHash = head.ContentHash, Items = head.Items, Total = head.Total };
        return head.World == message.World ? Decide(context, received) : Refuse(context, received, ReturnCodes.OtherWorld, Place.Whole, ReturnCodes.OtherWorld.Title);
    }

    private static StepEnd Decide(StageContext context, ReturnRecord received)
    {
        var hash = Convert.ToHexStringLower(received.ContentHash.Span);
        var known = context.ReadLedger(LedgerKind, received.Identity)?.Split('/');
        if (known is null || known is [_, var first] && first == $"{received.Message}")
        {
            context.Remembered.Add(new(
                received.Establishment, received.World, LedgerKind, context.Environment.Pseudonym(received.Identity), $"{hash}/{received.Message}", received.Message, received.At));
            context.Returns.Add(received with { Status = ReturnStatus.Applying });
            return StepEnd.Next;
        }

        if (known[0] == hash)
        {
            context.Returns.Add(received with { Status = ReturnStatus.Copy, CauseCode = ReturnCodes.Copy.Id });
            return StepEnd.Dropped(Diagnostic.Of(ReturnCodes.Copy, Place.Whole, $"The return came first with message {known[^1]}."));
        }

        return Refuse(context, received with { Status = ReturnStatus.Conflicting }, ReturnCodes.Conflicting, Place.Whole, $"The other return of this identity came with message {known[^1]}.");
    }

    private static StepEnd Refuse(StageContext context, ReturnRecord received, DiagnosticCode code, Place place, string why)
    {
        context.Returns.Add(received with { CauseCode = code.Id });
        context.WorkItems.Add(context.WorkItem(code, code.Help, why));
        return StepEnd.Dropped(Diagnostic.Of(code, place, why));
    }

    private static string Named(ISchema schema) => $"{schema.Header.Id}@{schema.Header.Version}";
}
