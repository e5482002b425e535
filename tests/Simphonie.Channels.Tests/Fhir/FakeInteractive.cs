using System.Text;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Fhir;

/// <summary>A door for callers that wait, which answers what a test says.</summary>
internal sealed class FakeInteractive : IInteractiveIntake
{
    public const string Ticket = "0123456789abcdef0123456789abcdef";

    public Func<InboundMessage, TimeSpan?, CancellationToken, ValueTask<InteractiveResult>> Call { get; set; } = (message, _, _) => ValueTask.FromResult(Inspected(message) ?? Answered("{}"));

    public Func<string, string?, InteractiveResult?> Find { get; set; } = (_, _) => null;

    public static InteractiveResult Answered(string json) => new() { State = InteractiveState.Answered, Answer = new InlinePayload(Encoding.UTF8.GetBytes(json)), AnswerFormat = "fhir" };

    /// <summary>Not accepted when the inspector says so, as intake does; null when it is readable.</summary>
    public static InteractiveResult? Inspected(InboundMessage message)
    {
        var inspection = message.Inspector!.Inspect(message.Body.Span);
        return inspection.Readable ? null : new InteractiveResult
        {
            State = InteractiveState.NotAccepted,
            Intake = new IntakeResult { Disposition = IntakeDisposition.Unreadable, Inspection = inspection, Findings = inspection.Findings },
        };
    }

    public ValueTask<InteractiveResult> CallAsync(InboundMessage message, TimeSpan? wait, CancellationToken cancellationToken) => Call(message, wait, cancellationToken);

    public ValueTask<InteractiveResult?> FindAsync(string ticket, string? peer, CancellationToken cancellationToken) => ValueTask.FromResult(Find(ticket, peer));
}
