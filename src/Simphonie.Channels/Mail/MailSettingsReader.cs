using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Simphonie.Channels.Mail.Certificates;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Shared;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Channels.Mail;

/// <summary>Turns the settings of <c>hub.yaml</c> into those of a mailbox or a mail endpoint; the same reading serves lint and run time.</summary>
internal static class MailSettingsReader
{
    public static void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings)
    {
        if (!HostAndPort.TryParse(settings.Own.Text("connect"), out var address))
        {
            Wrong(settings, "connect", "must be a host and a port such as mail.exemple.fr:465", findings);
        }
        else if (SecurityOf(settings) == MailSecurity.None && !IsHere(address.Host))
        {
            findings.Add(MailCodes.PlainText, PlaceOf(settings, "security"), $"'{settings.Name}' speaks to a mail server on another machine without TLS.");
        }

        TlsSettings.Parse(settings.Entry["tls"], settings.BaseDirectory, inbound: false, findings);
        if (inbound)
        {
            CheckInbound(settings, findings);
        }
        else
        {
            CheckEndpoint(settings, findings);
        }
    }

    /// <summary>Throws <see cref="ChannelStartException"/> when a key cannot be read.</summary>
    public static MailInboundSettings Inbound(ChannelSettings settings, ChannelServices services) => new()
    {
        Name = settings.Name,
        Server = Server(settings, services),
        Poll = TimeSpan.FromSeconds(Integer(settings.Own, "poll_seconds", 60)),
        ContentType = settings.Own.Text("content_type") ?? MailChannelKind.DefaultContentType,
        Descriptions = Texts(settings.Own["descriptions"]),
        LeaveOthers = settings.Own.Text("other_flows") == "leave",
        AcceptPlain = settings.Own.Text("accept_plain") == "true",
        Keys = Keys(settings),
        MessageBytes = Integer(settings.Entry["limits"] as Setting.Map, "message_megabytes", 20) * 1024L * 1024L,
    };

    /// <summary>Throws <see cref="ChannelStartException"/> when the profile is unknown or a certificate cannot be read.</summary>
    public static MailEndpointSettings Endpoint(ChannelSettings settings, ChannelServices services)
    {
        var reference = settings.Own.Text("profile") ?? MailChannelKind.DefaultProfile;
        var today = DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime);
        return new()
        {
            Name = settings.Name,
            Server = Server(settings, services),
            From = settings.Own.Text("from") ?? "",
            To = settings.Own.Text("to"),
            Profile = services.Schemas.TryResolve(reference, today, out var schema) && schema is MailProfile profile
                ? profile
                : throw new ChannelStartException(Diagnostic.Of(MailCodes.Profile, PlaceOf(settings, "profile"), $"There is no mail profile '{reference}'.")),
            World = services.World,
            Compress = settings.Own.Text("compress") != "false",
            RepeatSafe = settings.Entry.Text("repeat") == "safe",
            InFlight = Integer(settings.Entry["limits"] as Setting.Map, "in_flight", 2),
        };
    }

    /// <summary>Where the endpoint finds certificates of recipients; a folder that is empty when none is named.</summary>
    public static ICertificateSource Source(ChannelSettings settings, TimeProvider time)
    {
        var map = settings.Own["certificates"] as Setting.Map;
        if (map?.Text("ldap") is { } ldap)
        {
            var uri = new Uri(ldap);
            var tls = uri.Scheme == "ldaps";
            return new LdapCertificates(
                new LdapSettings(
                    uri.Host,
                    uri.IsDefaultPort || uri.Port < 0 ? (tls ? 636 : 389) : uri.Port,
                    tls,
                    map.Text("base") ?? "",
                    map.Text("user"),
                    map.Text("password"),
                    TimeSpan.FromSeconds(Integer(map, "timeout_seconds", 5)),
                    TimeSpan.FromMinutes(Integer(map, "keep_minutes", 60))),
                time);
        }

        return new FolderCertificates(Path.GetFullPath(map?.Text("folder") ?? "certificates", Path.GetFullPath(settings.BaseDirectory)));
    }

    /// <summary>Throws <see cref="ChannelStartException"/> when the file of authorities cannot be read.</summary>
    public static CertificateRules Rules(ChannelSettings settings)
    {
        var map = settings.Own["certificates"] as Setting.Map;
        var authorities = new X509Certificate2Collection();
        if (map?.Text("authorities") is { } file)
        {
            try
            {
                authorities.ImportFromPemFile(Path.GetFullPath(file, Path.GetFullPath(settings.BaseDirectory)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
            {
                throw new ChannelStartException(Diagnostic.Of(TlsCodes.Certificate, map.PlaceOf("authorities"), "The file of authorities cannot be read."), exception);
            }
        }

        return new CertificateRules(authorities, map?.Text("revocations") is { } list ? Path.GetFullPath(list, Path.GetFullPath(settings.BaseDirectory)) : null);
    }

    private static void CheckInbound(ChannelSettings settings, DiagnosticBag findings)
    {
        foreach (var key in (string[])["user", "password"])
        {
            if (string.IsNullOrEmpty(settings.Own.Text(key)))
            {
                Wrong(settings, key, "is needed: a mailbox has a user and a password", findings);
            }
        }

        if (settings.Own.Text("other_flows") == "leave" && Texts(settings.Own["descriptions"]).Count == 0)
        {
            Wrong(settings, "other_flows", "leaves nothing without 'descriptions'", findings);
        }

        if (settings.Own["decrypt"] is null && settings.Own.Text("accept_plain") != "true")
        {
            Wrong(settings, "decrypt", "is needed to open mails, or `accept_plain: true`", findings);
        }
    }

    private static void CheckEndpoint(ChannelSettings settings, DiagnosticBag findings)
    {
        if (settings.Own.Text("from") is not { } from || !IsAddress(from))
        {
            Wrong(settings, "from", "must be a mail address", findings);
        }

        if (settings.Own.Text("to") is { } to && !IsAddress(to))
        {
            Wrong(settings, "to", "must be a mail address", findings);
        }

        if (settings.Own["certificates"] is Setting.Map { } map && map.Text("ldap") is { } ldap)
        {
            if (!Uri.TryCreate(ldap, UriKind.Absolute, out var uri) || uri.Scheme is not ("ldap" or "ldaps"))
            {
                findings.Add(MailCodes.Setting, map.PlaceOf("ldap"), $"'ldap' of '{settings.Name}' is an address such as ldaps://annuaire.exemple.fr.");
            }

            if (map.Text("base") is null)
            {
                findings.Add(MailCodes.Setting, map.Place, $"'certificates' of '{settings.Name}' names no 'base' to search below.");
            }
        }
    }

    private static bool IsAddress(string text) => text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Any(static c => c is <= ' ' or >= '\x7f' or '<' or '>');

    private static MailServer Server(ChannelSettings settings, ChannelServices services)
    {
        _ = HostAndPort.TryParse(settings.Own.Text("connect"), out var address);
        var findings = new DiagnosticBag();
        var tls = TlsSettings.Parse(settings.Entry["tls"], settings.BaseDirectory, inbound: false, findings) ?? TlsSettings.Of(certificate: null);
        var material = TlsMaterial.Load(tls, services.Time, findings) ?? throw new ChannelStartException(findings[0]);
        return new()
        {
            Host = address.Host,
            Port = address.Port,
            Security = SecurityOf(settings),
            Tls = TlsOptions.Client(material, address.Host),
            User = settings.Own.Text("user"),
            Password = settings.Own.Text("password"),
            Patience = TimeSpan.FromSeconds(Integer(settings.Own, "command_seconds", 60)),
        };
    }

    private static X509Certificate2Collection Keys(ChannelSettings settings)
    {
        if (settings.Own["decrypt"] is not Setting.Map map)
        {
            return [];
        }

        try
        {
            var path = Path.GetFullPath(map.Text("certificate") ?? "", Path.GetFullPath(settings.BaseDirectory));
            return [.. X509CertificateLoader.LoadPkcs12CollectionFromFile(path, map.Text("password")).Where(static certificate => certificate.HasPrivateKey)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new ChannelStartException(Diagnostic.Of(TlsCodes.Certificate, map.Place, $"The keys of '{settings.Name}' cannot be read."), exception);
        }
    }

    private static MailSecurity SecurityOf(ChannelSettings settings) => settings.Own.Text("security") switch
    {
        "none" => MailSecurity.None,
        "starttls" => MailSecurity.StartTls,
        _ => MailSecurity.Tls,
    };

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static void Wrong(ChannelSettings settings, string key, string what, DiagnosticBag findings) =>
        findings.Add(MailCodes.Setting, PlaceOf(settings, key), $"'{key}' of '{settings.Name}' {what}.");

    private static Place PlaceOf(ChannelSettings settings, string key) => (settings.Own[key] ?? settings.Own).Place;

    private static IReadOnlyList<string> Texts(Setting? setting) =>
        setting is Setting.List list ? [.. list.Items.OfType<Setting.Scalar>().Select(static item => item.Text)] : [];

    private static int Integer(Setting.Map? map, string name, int otherwise) =>
        int.TryParse(map?.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
