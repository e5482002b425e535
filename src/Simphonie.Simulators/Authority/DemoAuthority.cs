using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simphonie.Simulators.Authority;

/// <summary>
/// The authority of demo and tests: makes an authority, a server certificate, an établissement's client certificate and a professional's signing
/// certificate in a directory of mode 0700, and makes again what has expired or is missing. Nothing of it is trusted anywhere else.
/// </summary>
public static class DemoAuthority
{
    /// <summary>A fictitious FINESS: department 99 does not exist.</summary>
    public const string Finess = "990000001";

    /// <summary>A fictitious national id of a professional: 8 and an RPPS.</summary>
    public const string ProfessionalId = "899900000001";

    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <summary>Makes what is missing or ends within a day; calling it again changes nothing else.</summary>
    public static async Task<DemoCertificates> EnsureAsync(string directory, TimeProvider time, CancellationToken cancellationToken)
    {
        var files = new DemoCertificates(Path.GetFullPath(directory));
        PrivateFiles.CreateDirectory(files.Directory);
        var now = time.GetUtcNow();
        using var authority = await AuthorityAsync(files, now, cancellationToken);
        await ServerAsync(files, authority, now, cancellationToken);
        await BundleAsync(files.Etablissement, files.EtablissementPasswordFile, authority, Etablissement(), now, cancellationToken);
        await BundleAsync(files.Professional, files.ProfessionalPasswordFile, authority, Professional(), now, cancellationToken);
        return files;
    }

    private static async Task<X509Certificate2> AuthorityAsync(DemoCertificates files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (File.Exists(files.Authority) && File.Exists(files.AuthorityKey))
        {
            var known = X509Certificate2.CreateFromPemFile(files.Authority, files.AuthorityKey);
            if (IsValid(known, now))
            {
                return known;
            }

            known.Dispose();
        }

        foreach (var stale in (ReadOnlySpan<string>)[files.Server, files.ServerKey, files.Etablissement, files.Professional])
        {
            File.Delete(stale); // issued by another authority
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName("CN=Simphonie Hub TEST authority, O=TEST, C=FR"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var made = request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(10));
        await PrivateFiles.WriteAsync(files.AuthorityKey, key.ExportPkcs8PrivateKeyPem(), cancellationToken);
        await PrivateFiles.WriteAsync(files.Authority, made.ExportCertificatePem(), cancellationToken);
        return X509Certificate2.CreateFromPemFile(files.Authority, files.AuthorityKey);
    }

    private static async Task ServerAsync(DemoCertificates files, X509Certificate2 authority, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (File.Exists(files.Server) && File.Exists(files.ServerKey))
        {
            using var known = X509CertificateLoader.LoadCertificateFromFile(files.Server);
            if (IsValid(known, now))
            {
                return;
            }
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName("CN=localhost, O=TEST, C=FR"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(Usage("1.3.6.1.5.5.7.3.1"));
        using var made = Issue(request, authority, now);
        await PrivateFiles.WriteAsync(files.ServerKey, key.ExportPkcs8PrivateKeyPem(), cancellationToken);
        await PrivateFiles.WriteAsync(files.Server, made.ExportCertificatePem(), cancellationToken);
    }

    private static (AsymmetricAlgorithm Key, CertificateRequest Request) Etablissement()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName($"CN=CH EXEMPLE TEST, OU=1{Finess}, O=TEST, C=FR"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(Usage("1.3.6.1.5.5.7.3.2"));
        return (key, request);
    }

    /// <summary>RSA, because assertions are signed with RSA-SHA256.</summary>
    private static (AsymmetricAlgorithm Key, CertificateRequest Request) Professional()
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={ProfessionalId}, O=TEST, C=FR"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, critical: true));
        return (key, request);
    }

    private static async Task BundleAsync(
        string file,
        string passwordFile,
        X509Certificate2 authority,
        (AsymmetricAlgorithm Key, CertificateRequest Request) made,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        using var key = made.Key;
        if (File.Exists(file) && File.Exists(passwordFile))
        {
            using var known = X509CertificateLoader.LoadPkcs12FromFile(file, (await File.ReadAllTextAsync(passwordFile, cancellationToken)).Trim());
            if (IsValid(known, now))
            {
                return;
            }
        }

        using var certificate = Issue(made.Request, authority, now);
        using var whole = key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await PrivateFiles.WriteAsync(passwordFile, password, cancellationToken);
        await PrivateFiles.WriteAsync(file, whole.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password), cancellationToken);
    }

    private static X509Certificate2 Issue(CertificateRequest request, X509Certificate2 authority, DateTimeOffset now)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var key = authority.GetECDsaPrivateKey()!;
        var ends = now.AddYears(1) < new DateTimeOffset(authority.NotAfter) ? now.AddYears(1) : new DateTimeOffset(authority.NotAfter);
        return request.Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(key), now.AddMinutes(-5), ends, RandomNumberGenerator.GetBytes(16));
    }

    private static X509EnhancedKeyUsageExtension Usage(string oid) => new([new Oid(oid)], critical: false);

    private static bool IsValid(X509Certificate2 certificate, DateTimeOffset now) =>
        now >= new DateTimeOffset(certificate.NotBefore) && now + Margin < new DateTimeOffset(certificate.NotAfter);
}
