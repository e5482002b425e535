using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Intake;

/// <summary>
/// The bytes of a message as they came: the payload to keep, its head for the inspector, and whether it was over the limit,
/// when the payload is the head alone, with the hash and length of all that was read.
/// </summary>
internal sealed record Arrival(Payload Payload, ReadOnlyMemory<byte> Head, long Length, bool OverLimit)
{
    public static async ValueTask<Arrival> OfBodyAsync(ReadOnlyMemory<byte> body, long limit, IContentStore content, CancellationToken cancellationToken)
    {
        var head = HeadOf(body);
        if (body.Length > limit)
        {
            return new(new InlinePayload(head, System.Security.Cryptography.SHA256.HashData(body.Span)), head, body.Length, true);
        }

        var payload = body.Length <= Payload.InlineLimit
            ? new InlinePayload(body)
            : await content.StoreAsync(body, cancellationToken).ConfigureAwait(false);
        return new(payload, head, body.Length, false);
    }

    public static async ValueTask<Arrival> OfStreamAsync(Stream stream, long limit, IContentStore content, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> head = default;
        await using var measured = new MeasuringStream(stream);
        var payload = await content.StoreAsync(measured, limit, bytes => head = HeadOf(bytes).ToArray(), cancellationToken).ConfigureAwait(false);
        return payload is null
            ? new(new InlinePayload(head, measured.HashSoFar()), head, measured.LengthSoFar, true)
            : new(payload, head, payload.Length, false);
    }

    private static ReadOnlyMemory<byte> HeadOf(ReadOnlyMemory<byte> bytes) => bytes.Length <= Payload.InlineLimit ? bytes : bytes[..Payload.InlineLimit];
}
