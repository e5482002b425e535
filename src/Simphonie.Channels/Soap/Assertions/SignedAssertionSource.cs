using Simphonie.Channels.Soap.Client;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Channels.Tls;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>Signs an assertion with the hub's own key and gives the same bytes until it is to be renewed.</summary>
internal sealed class SignedAssertionSource(AssertionRequest request, AssertionRules rules, TlsMaterial signing, TimeProvider time, string seed) : IAssertionSource
{
    private readonly Lock _gate = new();
    private Signed? _current;

    public ReadOnlyMemory<byte>? Get()
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref _current) is { } current && IsFresh(current, now))
        {
            return current.Bytes;
        }

        lock (_gate)
        {
            if (_current is { } made && IsFresh(made, now))
            {
                return made.Bytes;
            }

            if (now > new DateTimeOffset(signing.Certificate!.NotAfter))
            {
                return null;
            }

            var id = "_" + DerivedUuid.Of(seed, now.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            var bytes = AssertionSigner.Sign(AssertionWriter.Write(request, id, now, rules.Lifetime), id, signing.Certificate);
            Volatile.Write(ref _current, new Signed(bytes, now));
            return bytes;
        }
    }

    public void Dispose() => signing.Dispose();

    /// <summary>A clock that was set back also asks for a new one.</summary>
    private bool IsFresh(Signed signed, DateTimeOffset now) => now >= signed.At && now - signed.At < rules.Renew;

    private sealed record Signed(ReadOnlyMemory<byte> Bytes, DateTimeOffset At);
}
