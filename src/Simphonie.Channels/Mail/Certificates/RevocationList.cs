using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simphonie.Channels.Mail.Certificates;

/// <summary>A certificate revocation list (RFC 5280, 5): who issued it, until when it holds, which serial numbers it revokes.</summary>
internal sealed class RevocationList
{
    private readonly HashSet<BigInteger> _revoked;

    private RevocationList(byte[] issuer, DateTimeOffset? nextUpdate, HashSet<BigInteger> revoked)
    {
        Issuer = issuer;
        NextUpdate = nextUpdate;
        _revoked = revoked;
    }

    /// <summary>DER of the issuer's name.</summary>
    public byte[] Issuer { get; }

    public DateTimeOffset? NextUpdate { get; }

    /// <summary>Reads DER or PEM and checks its signature with the issuer among the authorities; null when it is none of theirs.</summary>
    public static RevocationList? Read(byte[] bytes, IEnumerable<X509Certificate2> authorities)
    {
        try
        {
            var der = bytes.AsSpan().IndexOf("-----BEGIN"u8) >= 0 ? FromPem(bytes) : bytes;
            var list = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            var signed = list.ReadEncodedValue();
            var algorithm = list.ReadSequence().ReadObjectIdentifier();
            var signature = list.ReadBitString(out _);
            var read = Content(signed);
            return authorities.Any(authority =>
                authority.SubjectName.RawData.AsSpan().SequenceEqual(read.Issuer) && IsSigned(authority, signed.Span, algorithm, signature))
                    ? read
                    : null;
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    public bool Revokes(X509Certificate2 certificate) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(Issuer)
        && _revoked.Contains(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true));

    private static byte[] FromPem(byte[] bytes)
    {
        var text = System.Text.Encoding.ASCII.GetString(bytes);
        var fields = PemEncoding.Find(text);
        return Convert.FromBase64String(text[fields.Base64Data]);
    }

    private static RevocationList Content(ReadOnlyMemory<byte> signed)
    {
        var content = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        if (content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            content.ReadInteger();
        }

        content.ReadSequence();
        var issuer = content.ReadEncodedValue().ToArray();
        Time(content);
        DateTimeOffset? next = null;
        if (content.HasData && content.PeekTag().TagValue is (int)UniversalTagNumber.UtcTime or (int)UniversalTagNumber.GeneralizedTime)
        {
            next = Time(content);
        }

        var revoked = new HashSet<BigInteger>();
        if (content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            var entries = content.ReadSequence();
            while (entries.HasData)
            {
                revoked.Add(entries.ReadSequence().ReadInteger());
            }
        }

        return new(issuer, next, revoked);
    }

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag().TagValue == (int)UniversalTagNumber.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

    private static bool IsSigned(X509Certificate2 authority, ReadOnlySpan<byte> signed, string algorithm, byte[] signature)
    {
        var hash = algorithm switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => throw new CryptographicException("The list is signed by an algorithm that is not taken."),
        };
        using var rsa = authority.GetRSAPublicKey();
        using var ecdsa = authority.GetECDsaPublicKey();
        return rsa?.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1)
            ?? ecdsa?.VerifyData(signed, signature, hash, DSASignatureFormat.Rfc3279DerSequence)
            ?? false;
    }
}
