using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tls;

/// <summary>The certificates and keys that settings name, loaded in memory. Dispose when no connection uses them.</summary>
public sealed class TlsMaterial : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private TlsMaterial(TlsSettings settings)
    {
        Settings = settings;
    }

    public TlsSettings Settings { get; }

    /// <summary>This side's certificate with its key, null for a client without one.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>Intermediate certificates that are sent along.</summary>
    public X509Certificate2Collection Chain { get; } = [];

    /// <summary>The authorities trusted for the other side; empty: the machine's.</summary>
    public X509Certificate2Collection Authorities { get; } = [];

    /// <summary>Loads everything; null when something cannot be read. An expired certificate is an error but loads: peers decide.</summary>
    public static TlsMaterial? Load(TlsSettings settings, TimeProvider time, DiagnosticBag findings)
    {
        var material = new TlsMaterial(settings);
        var readable = material.LoadCertificate(settings, findings) & material.LoadAuthorities(settings, findings);
        if (!readable)
        {
            material.Dispose();
            return null;
        }

        if (material.Certificate is { } certificate)
        {
            CheckDates(certificate, settings, time.GetUtcNow(), findings);
        }

        return material;
    }

    public void Dispose()
    {
        Certificate?.Dispose();
        foreach (var certificate in Chain.Concat(Authorities))
        {
            certificate.Dispose();
        }
    }

    private static void CheckDates(X509Certificate2 certificate, TlsSettings settings, DateTimeOffset now, DiagnosticBag findings)
    {
        var ends = new DateTimeOffset(certificate.NotAfter);
        if (now > ends || now < new DateTimeOffset(certificate.NotBefore))
        {
            findings.Add(TlsCodes.Expired, settings.Place, "The certificate is expired or not valid yet.");
        }
        else if (now + Soon > ends)
        {
            findings.Add(TlsCodes.Expiring, settings.Place, $"The certificate expires in {(ends - now).Days} days.");
        }
    }

    private bool LoadCertificate(TlsSettings settings, DiagnosticBag findings)
    {
        if (settings.Certificate is null)
        {
            return true;
        }

        try
        {
            var bytes = File.ReadAllBytes(settings.Certificate);
            if (bytes.AsSpan().IndexOf("-----BEGIN"u8) >= 0)
            {
                LoadPem(settings);
            }
            else
            {
                Sort(X509CertificateLoader.LoadPkcs12Collection(bytes, settings.Password));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            findings.Add(TlsCodes.Certificate, settings.Place, "The certificate or its key cannot be read.");
            return false;
        }

        if (Certificate is { HasPrivateKey: true })
        {
            return true;
        }

        findings.Add(TlsCodes.Certificate, settings.Place, "The certificate has no private key with it.");
        return false;
    }

    private void LoadPem(TlsSettings settings)
    {
        var key = settings.Key ?? settings.Certificate!;
        Certificate = settings.Password is null
            ? X509Certificate2.CreateFromPemFile(settings.Certificate!, key)
            : X509Certificate2.CreateFromEncryptedPemFile(settings.Certificate!, settings.Password, key);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(settings.Certificate!);
        Chain.AddRange(all.Skip(1).ToArray());
    }

    private void Sort(X509Certificate2Collection all)
    {
        foreach (var certificate in all)
        {
            if (certificate.HasPrivateKey && Certificate is null)
            {
                Certificate = certificate;
            }
            else
            {
                Chain.Add(certificate);
            }
        }
    }

    private bool LoadAuthorities(TlsSettings settings, DiagnosticBag findings)
    {
        if (settings.Authorities is null)
        {
            return true;
        }

        try
        {
            Authorities.ImportFromPemFile(settings.Authorities);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            findings.Add(TlsCodes.Certificate, settings.Place, "The file of authorities cannot be read.");
            return false;
        }

        if (Authorities.Count > 0)
        {
            return true;
        }

        findings.Add(TlsCodes.Certificate, settings.Place, "The file of authorities holds no certificate.");
        return false;
    }
}
