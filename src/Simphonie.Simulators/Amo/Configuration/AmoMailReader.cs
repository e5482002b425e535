using Simphonie.Channels.Mail;
using Simphonie.Channels.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>Reads <c>mail: {mailbox, answers, tls}</c> by the declarations of the hub's mail channel, so that both know the same fields.</summary>
internal sealed class AmoMailReader(string baseDirectory, Func<Setting, Setting> secrets, DiagnosticBag findings)
{
    private readonly MailChannelKind _kind = new();

    /// <summary>Null when there is no mail door.</summary>
    public AmoMailSettings? Read(ProfileMap map)
    {
        if (map.Whole("mail") is not { } written)
        {
            return null;
        }

        var mail = (Setting.Map)secrets(written);
        foreach (var (name, _) in mail.Entries.Where(static entry => entry.Key is not ("mailbox" or "answers" or "tls")))
        {
            map.Wrong(mail.PlaceOf(name), $"'{name}' is not known here; known are mailbox, answers, tls.");
        }

        return mail["mailbox"] is Setting.Map mailbox && mail["answers"] is Setting.Map answers
            ? new(Channel(map, "mailbox", mailbox, mail["tls"], inbound: true), Channel(map, "answers", answers, mail["tls"], inbound: false))
            : Missing(map, mail);
    }

    private static AmoMailSettings? Missing(ProfileMap map, Setting.Map mail)
    {
        map.Wrong(mail.Place, "'mail' has the maps 'mailbox' and 'answers'.");
        return null;
    }

    private ChannelSettings Channel(ProfileMap map, string name, Setting.Map own, Setting? tls, bool inbound)
    {
        var fields = inbound ? _kind.InboundFields : _kind.EndpointFields;
        foreach (var (field, _) in own.Entries)
        {
            if (field == "profile" || !fields.Any(known => known.Name == field))
            {
                map.Wrong(own.PlaceOf(field), $"'{field}' is not known here; known are {string.Join(", ", fields.Select(static known => known.Name).Where(static known => known != "profile"))}.");
            }
        }

        var entries = new List<KeyValuePair<string, Setting>> { new(_kind.Name, own) };
        if (tls is not null)
        {
            entries.Add(new("tls", tls));
        }

        var settings = new ChannelSettings { Name = name, Own = own, Entry = new Setting.Map(entries, own.Place), BaseDirectory = baseDirectory };
        _kind.Check(settings, inbound, findings);
        return settings;
    }
}
