using System.Collections.Concurrent;
using System.DirectoryServices.Protocols;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mail.Certificates;

/// <summary>
/// Certificates of an LDAP directory: entries below the base whose <c>cn</c> is the address, attribute <c>userCertificate;binary</c>.
/// What was found serves again for a while, so that a directory that is down does not stop what is known.
/// </summary>
internal sealed class LdapCertificates(LdapSettings settings, TimeProvider time) : ICertificateSource
{
    private const string Attribute = "userCertificate;binary";
    private const int MostEntries = 50;
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.OrdinalIgnoreCase);

    public CertificateLookup Find(string address)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(address, out var kept) && now - kept.At < settings.Keep)
        {
            return new(Loaded(kept.Certificates));
        }

        try
        {
            var found = Search(address);
            if (found.Count > 0)
            {
                _kept[address] = new(now, found);
            }

            return new(Loaded(found));
        }
        catch (Exception exception) when (exception is LdapException or DirectoryOperationException or DllNotFoundException or TypeInitializationException)
        {
            return new([], Diagnostic.Of(MailCodes.DirectoryDown, Place.Whole, $"The directory of certificates cannot be asked: {exception.GetType().Name}."));
        }
    }

    public void Dispose() => _kept.Clear();

    /// <summary>RFC 4515: what means something in a filter is written as its code.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'@' or (byte)'-' or (byte)'_')
            {
                escaped.Append((char)b);
            }
            else
            {
                escaped.Append('\\').Append(b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }

    private static List<X509Certificate2> Loaded(IReadOnlyList<byte[]> all)
    {
        var loaded = new List<X509Certificate2>(all.Count);
        foreach (var bytes in all)
        {
            try
            {
                loaded.Add(X509CertificateLoader.LoadCertificate(bytes));
            }
            catch (CryptographicException)
            {
                // The directory holds a value that is no certificate: the others still count.
                continue;
            }
        }

        return loaded;
    }

    private List<byte[]> Search(string address)
    {
        using var connection = new LdapConnection(new LdapDirectoryIdentifier(settings.Host, settings.Port, fullyQualifiedDnsHostName: false, connectionless: false))
        {
            AuthType = settings.User is null ? AuthType.Anonymous : AuthType.Basic,
            Timeout = settings.Patience,
        };
        connection.SessionOptions.ProtocolVersion = 3;
        connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
        if (settings.Tls)
        {
            connection.SessionOptions.SecureSocketLayer = true;
        }

        connection.Bind(settings.User is null ? new NetworkCredential() : new NetworkCredential(settings.User, settings.Password));
        var request = new SearchRequest(settings.Base, $"(cn={Escape(address)})", SearchScope.Subtree, Attribute) { SizeLimit = MostEntries, TimeLimit = settings.Patience };
        var response = (SearchResponse)connection.SendRequest(request, settings.Patience);
        var found = new List<byte[]>();
        foreach (SearchResultEntry entry in response.Entries)
        {
            if (entry.Attributes[Attribute] is { } values)
            {
                found.AddRange(values.GetValues(typeof(byte[])).Cast<byte[]>());
            }
        }

        return found;
    }

    private sealed record Kept(DateTimeOffset At, IReadOnlyList<byte[]> Certificates);
}
