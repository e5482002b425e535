using Simphonie.Core.Messages;
using Simphonie.Journal.Content;

namespace Simphonie.Journal.Writing;

/// <summary>Checks that a payload is one that a row can hold or refer to, and has it compute its hash on the caller's thread.</summary>
internal static class Payloads
{
    public static void Prepare(Payload? payload)
    {
        switch (payload)
        {
            case null:
                return;
            case InlinePayload { Length: <= Payload.InlineLimit } or StoredPayload:
                _ = payload.Hash;
                return;
            default:
                throw new ArgumentException("a payload over 64 KiB is made by IJournal.Content before it is committed.", nameof(payload));
        }
    }
}
