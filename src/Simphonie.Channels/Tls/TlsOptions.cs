using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Simphonie.Channels.Tls;

/// <summary>The framework's options for both sides, from loaded material. Revocation is the business of short-lived certificates and of the site's proxy.</summary>
public static class TlsOptions
{
    /// <summary>For a client of <paramref name="host"/>. The server must come from the authorities and have the host's name, or the one in <c>names</c>.</summary>
    public static SslClientAuthenticationOptions Client(TlsMaterial material, string host)
    {
        var settings = material.Settings;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Names is [var name, ..] ? name : host,
            EnabledSslProtocols = settings.Versions,
            CertificateChainPolicy = Policy(material),
        };
        if (material.Certificate is { } certificate)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, material.Chain, offline: true);
        }

        return options;
    }

    /// <summary>For a listener; the material has a certificate.</summary>
    public static SslServerAuthenticationOptions Server(TlsMaterial material)
    {
        var settings = material.Settings;
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(material.Certificate!, material.Chain, offline: true),
            EnabledSslProtocols = settings.Versions,
            ClientCertificateRequired = settings.ClientRequired,
        };
        if (settings.ClientRequired)
        {
            options.CertificateChainPolicy = Policy(material);
            options.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == SslPolicyErrors.None && certificate is X509Certificate2 client && Allows(settings, client);
        }

        return options;
    }

    private static bool Allows(TlsSettings settings, X509Certificate2 client) =>
        settings.Names.Count == 0 || settings.Names.Contains(client.GetNameInfo(X509NameType.SimpleName, forIssuer: false), StringComparer.Ordinal);

    private static X509ChainPolicy Policy(TlsMaterial material)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (material.Authorities.Count > 0)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(material.Authorities);
        }

        return policy;
    }
}
