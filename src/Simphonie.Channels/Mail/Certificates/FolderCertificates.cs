using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simphonie.Channels.Mail.Certificates;

/// <summary>
/// A folder of certificates, PEM or DER (<c>.pem</c>, <c>.crt</c>, <c>.cer</c>, <c>.der</c>), known by the common name or mail address of their
/// subject. Read anew for every look-up, so that a new certificate needs no restart; the address never becomes a path.
/// </summary>
internal sealed class FolderCertificates(string folder) : ICertificateSource
{
    private static readonly string[] Extensions = [".pem", ".crt", ".cer", ".der"];

    public CertificateLookup Find(string address)
    {
        var found = new List<X509Certificate2>();
        if (!Directory.Exists(folder))
        {
            return new(found);
        }

        foreach (var path in Directory.EnumerateFiles(folder).Where(static path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var certificate in Read(path))
            {
                if (Names(certificate).Contains(address, StringComparer.OrdinalIgnoreCase))
                {
                    found.Add(certificate);
                }
                else
                {
                    certificate.Dispose();
                }
            }
        }

        return new(found);
    }

    public void Dispose()
    {
    }

    private static IEnumerable<string> Names(X509Certificate2 certificate)
    {
        yield return certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        yield return certificate.GetNameInfo(X509NameType.EmailName, forIssuer: false);
    }

    /// <summary>A file that holds no certificate is passed over: a folder may hold a note beside them.</summary>
    private static X509Certificate2Collection Read(string path)
    {
        var all = new X509Certificate2Collection();
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.AsSpan().IndexOf("-----BEGIN"u8) >= 0)
            {
                all.ImportFromPem(System.Text.Encoding.ASCII.GetString(bytes));
            }
            else
            {
                all.Add(X509CertificateLoader.LoadCertificate(bytes));
            }
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            all.Clear();
        }

        return all;
    }
}
