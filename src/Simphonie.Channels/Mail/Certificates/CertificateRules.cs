using System.Numerics;
using System.Security.Cryptography.X509Certificates;

namespace Simphonie.Channels.Mail.Certificates;

/// <summary>Which certificates may be encrypted for: valid now, for encryption, from the authorities, not revoked.</summary>
internal sealed class CertificateRules
{
    private readonly X509Certificate2Collection _authorities;
    private readonly string? _revocationFile;

    /// <param name="authorities">Roots and intermediates; empty: chains are not checked.</param>
    /// <param name="revocationFile">File of revocation lists of these authorities, DER or PEM, read anew each time; null for none.</param>
    public CertificateRules(X509Certificate2Collection authorities, string? revocationFile)
    {
        _authorities = authorities;
        _revocationFile = revocationFile;
    }

    /// <summary>The usable one with the highest serial number, null when none is.</summary>
    public X509Certificate2? Choose(IEnumerable<X509Certificate2> certificates, DateTimeOffset now)
    {
        var list = Revocations(now, out var readable);
        return readable
            ? certificates
                .Where(certificate => IsUsable(certificate, now) && list?.Revokes(certificate) != true)
                .MaxBy(certificate => new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true))
            : null;
    }

    private bool IsUsable(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now < new DateTimeOffset(certificate.NotBefore) || now > new DateTimeOffset(certificate.NotAfter) || !IsForEncryption(certificate))
        {
            return false;
        }

        if (_authorities.Count == 0)
        {
            return true;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.ExtraStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return chain.Build(certificate);
    }

    private static bool IsForEncryption(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } usage
        || (usage.KeyUsages & (X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyAgreement)) != X509KeyUsageFlags.None;

    /// <summary>A list that was asked for and is missing, not the authorities' own or out of date makes every certificate unusable.</summary>
    private RevocationList? Revocations(DateTimeOffset now, out bool readable)
    {
        readable = true;
        if (_revocationFile is null)
        {
            return null;
        }

        var list = File.Exists(_revocationFile) ? RevocationList.Read(File.ReadAllBytes(_revocationFile), _authorities) : null;
        readable = list is not null && (list.NextUpdate is null || now <= list.NextUpdate);
        return list;
    }
}
