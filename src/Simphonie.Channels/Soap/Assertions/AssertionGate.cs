using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>
/// Finds the assertion of an envelope and has it verified. One that was found good is remembered for as long as it stays recent, by the hash of its
/// bytes and of the namespaces in scope: clients reuse an assertion for its lifetime, and verifying costs a hundred times what the hash does.
/// </summary>
public sealed class AssertionGate(AssertionVerifier verifier, TimeProvider time)
{
    private const int MostRemembered = 1024;

    private readonly ConcurrentDictionary<string, AssertionVerdict> _known = new(StringComparer.Ordinal);

    /// <summary>Null when the envelope carries a trusted assertion, else what is wrong.</summary>
    public Diagnostic? Check(SoapEnvelope envelope)
    {
        if (!envelope.TryFindBlock(SoapNames.Security, "Security", out var security) || !envelope.Message.TryFindChild(security, SoapNames.Assertion, "Assertion", out var assertion))
        {
            return Diagnostic.Of(SoapCodes.AssertionRefused, Place.InMessage("/Envelope/Header"), "The profile asks for an assertion and there is none.");
        }

        var key = KeyOf(envelope, security, assertion);
        if (_known.TryGetValue(key, out var known) && verifier.IsRecent(known.IssuedAt) && time.GetUtcNow() < known.CertificateEnds)
        {
            return null;
        }

        var verdict = Verify(envelope);
        if (verdict.Refusal is null)
        {
            if (_known.Count >= MostRemembered)
            {
                _known.Clear();
            }

            _known[key] = verdict;
        }

        return verdict.Refusal;
    }

    /// <summary>The whole envelope up to the assertion's end tells the namespaces in scope only by its start tags: those of Envelope, Header and Security.</summary>
    private static string KeyOf(SoapEnvelope envelope, long security, long assertion)
    {
        var message = envelope.Message;
        var bytes = message.Utf8.Span;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var handle in (ReadOnlySpan<long>)[0, envelope.Header, security])
        {
            var start = message.RangeOf(handle).Start;
            hash.AppendData(bytes.Slice(start, TagLength(bytes[start..])));
        }

        var (from, to) = message.RangeOf(assertion);
        hash.AppendData(bytes[from..to]);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static int TagLength(ReadOnlySpan<byte> tag)
    {
        byte quote = 0;
        for (var i = 0; i < tag.Length; i++)
        {
            if (quote != 0)
            {
                quote = tag[i] == quote ? (byte)0 : quote;
            }
            else if (tag[i] is (byte)'"' or (byte)'\'')
            {
                quote = tag[i];
            }
            else if (tag[i] == '>')
            {
                return i + 1;
            }
        }

        return tag.Length;
    }

    private AssertionVerdict Verify(SoapEnvelope envelope)
    {
        // the compact reader has already bounded depth and refused document types
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(Encoding.UTF8.GetString(envelope.Message.Utf8.Span).TrimStart('\uFEFF'));
        var header = Child(document.DocumentElement!, envelope.Version.Envelope, "Header")!;
        return verifier.Verify(Child(Child(header, SoapNames.Security, "Security")!, SoapNames.Assertion, "Assertion")!);
    }

    private static XmlElement? Child(XmlElement parent, string space, string name) =>
        parent.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == name && child.NamespaceURI == space);
}
