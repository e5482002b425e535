using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Engine.Intake;

/// <summary>Examines a message: size, structure, world and, where the channel asks for it, schema. Commits nothing.</summary>
internal sealed class IntakeExaminer(IContentStore content, Func<DefinitionSnapshot> definitions, TimeProvider time)
{
    private static readonly Diagnostic s_conflict = Diagnostic.Of(IntakeCodes.Conflict, Place.Whole, IntakeCodes.Conflict.Title, "205");

    public async ValueTask<Examined> ExamineAsync(IntakeChannel channel, InboundMessage message, CancellationToken cancellationToken)
    {
        var arrival = message.Stream is { } stream
            ? await Arrival.OfStreamAsync(stream, channel.SizeLimit, content, cancellationToken).ConfigureAwait(false)
            : await Arrival.OfBodyAsync(message.Body, channel.SizeLimit, content, cancellationToken).ConfigureAwait(false);
        var inspection = (message.Inspector ?? channel.Inspector).Inspect(arrival.Head.Span);
        var findings = message.Findings.Count == 0 ? inspection.Findings : [.. message.Findings, .. inspection.Findings];
        var disposition = IntakeDisposition.Accepted;
        if (arrival.OverLimit)
        {
            disposition = IntakeDisposition.TooLarge;
            findings = [.. findings, Diagnostic.Of(IntakeCodes.TooLarge, Place.Whole, $"The message is longer than the {channel.SizeLimit} bytes that the channel takes.", "207")];
        }
        else if (!inspection.Readable)
        {
            disposition = IntakeDisposition.Unreadable;
        }
        else if (inspection.World is { } world && world != channel.World)
        {
            disposition = IntakeDisposition.WrongWorld;
            findings = [.. findings, Diagnostic.Of(IntakeCodes.WrongWorld, Place.Whole, $"This hub is of the {(channel.World == World.Real ? "real" : "test")} world, the message of the other.", "202")];
        }
        else if (channel.Acknowledge == AcknowledgeMode.Validated)
        {
            findings = Validate(channel, arrival.Payload, findings);
            disposition = findings.Any(static finding => finding.Severity == Severity.Error) ? IntakeDisposition.Invalid : IntakeDisposition.Accepted;
        }

        return new(disposition, inspection, findings, Envelope(channel, message, arrival, inspection, disposition, findings));
    }

    private List<Diagnostic> Validate(IntakeChannel channel, Payload payload, IReadOnlyList<Diagnostic> before)
    {
        var findings = new List<Diagnostic>(before);
        ISchema? schema = null;
        if (channel.Schema is not null && !definitions().Schemas.TryResolve(channel.Schema, Policies.ParisDate.Of(time.GetUtcNow()), out schema))
        {
            findings.Add(Diagnostic.Of(IntakeCodes.NoSchema, Place.Whole, $"No version of {channel.Schema} is in force today."));
        }

        using var lease = payload.Lease();
        var document = channel.Format.Read(lease.Memory, schema);
        findings.AddRange(document.Findings);
        if (schema is not null)
        {
            var bag = new DiagnosticBag();
            channel.Format.Validate(document, schema, bag);
            findings.AddRange(bag);
        }

        return findings;
    }

    private MessageAppend Envelope(IntakeChannel channel, InboundMessage message, Arrival arrival, Inspection inspection, IntakeDisposition disposition, IReadOnlyList<Diagnostic> findings)
    {
        var now = time.GetUtcNow();
        var accepted = disposition == IntakeDisposition.Accepted;
        return new()
        {
            Establishment = channel.Establishment,
            Channel = channel.Name,
            Format = channel.Format.Name,
            Revision = definitions().Revision,
            Schema = channel.Schema,
            World = inspection.World ?? channel.World,
            ReceivedAt = now,
            State = accepted ? MessageState.Received : MessageState.Refused,
            Type = inspection.Type,
            ControlId = inspection.ControlId,
            DuplicateKey = accepted ? message.DuplicateKey ?? inspection.DuplicateKey : null,
            DuplicatesSince = now - channel.DuplicateWindow,
            AcceptConflicts = channel.AcceptConflicts,
            Force = message.Force,
            Acknowledgement = channel.AcknowledgementCode?.Invoke(disposition),
            ConflictAcknowledgement = channel.AcknowledgementCode?.Invoke(IntakeDisposition.Conflict),
            ConflictFinding = s_conflict,
            Payload = arrival.Payload,
            WholeLength = arrival.OverLimit ? arrival.Length : null,
            FileName = message.FileName,
            Peer = message.Peer,
            Keys = inspection.Keys,
            Findings = findings,
        };
    }
}
