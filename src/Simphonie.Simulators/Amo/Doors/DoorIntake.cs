using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Simulators.Amo.Answering;

namespace Simphonie.Simulators.Amo.Doors;

/// <summary>Takes what the channel of a door brings to the desk, whose answers go back by the same door.</summary>
internal sealed class DoorIntake(AmoDesk desk, AnswerQueue queue) : IIntake
{
    private static readonly Inspection s_readable = new() { Readable = true };

    public async ValueTask<IntakeResult> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var body = message.Body;
        if (message.Stream is not null)
        {
            using var copy = new MemoryStream();
            await message.Stream.CopyToAsync(copy, cancellationToken);
            body = copy.ToArray();
        }

        var findings = desk.Take(body, queue, cancellationToken);
        return new() { Disposition = findings.HasErrors ? IntakeDisposition.Invalid : IntakeDisposition.Accepted, Inspection = s_readable, Findings = [.. findings] };
    }
}
