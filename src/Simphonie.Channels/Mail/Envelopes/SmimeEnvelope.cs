using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mail.Envelopes;

/// <summary>CMS enveloped-data around a MIME part (RFC 8551, RFC 5652).</summary>
internal static class SmimeEnvelope
{
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string Aes128Cbc = "2.16.840.1.101.3.4.1.2";
    private const string TripleDesCbc = "1.2.840.113549.3.7";

    /// <summary>DER of the envelope. Two of the same bytes differ: each has a key of its own.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> part, X509Certificate2 recipient, EnvelopeCipher cipher)
    {
        var envelope = new EnvelopedCms(new ContentInfo(part.ToArray()), new AlgorithmIdentifier(new Oid(cipher switch
        {
            EnvelopeCipher.Aes128Cbc => Aes128Cbc,
            EnvelopeCipher.TripleDesCbc => TripleDesCbc,
            _ => Aes256Cbc,
        })));
        envelope.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, recipient));
        return envelope.Encode();
    }

    /// <summary>The part, or why it cannot be opened: <see cref="MailCodes.NotForUs"/> or <see cref="MailCodes.Tampered"/>.</summary>
    public static (ReadOnlyMemory<byte> Part, DiagnosticCode? Fault) Decrypt(ReadOnlySpan<byte> der, X509Certificate2Collection keys)
    {
        var envelope = new EnvelopedCms();
        try
        {
            envelope.Decode(der);
        }
        catch (CryptographicException)
        {
            return (default, MailCodes.Tampered);
        }

        foreach (var recipient in envelope.RecipientInfos)
        {
            if (KeyOf(recipient, keys) is not { } key)
            {
                continue;
            }

            try
            {
                envelope.Decrypt(recipient, [key]);
                return (envelope.ContentInfo.Content, null);
            }
            catch (CryptographicException)
            {
                return (default, MailCodes.Tampered);
            }
        }

        return (default, MailCodes.NotForUs);
    }

    private static X509Certificate2? KeyOf(RecipientInfo recipient, X509Certificate2Collection keys) => recipient.RecipientIdentifier.Value switch
    {
        X509IssuerSerial issued => keys.FirstOrDefault(key =>
            string.Equals(key.SerialNumber, issued.SerialNumber, StringComparison.OrdinalIgnoreCase) && string.Equals(key.Issuer, issued.IssuerName, StringComparison.Ordinal)),
        string subjectKey => keys.FirstOrDefault(key =>
            key.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(extension => string.Equals(extension.SubjectKeyIdentifier, subjectKey, StringComparison.OrdinalIgnoreCase))),
        _ => null,
    };
}
