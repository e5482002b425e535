using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Hub;

/// <summary>Reads the entries under <c>inbound</c> or <c>endpoints</c> with the declarations of the kinds that are given.</summary>
internal sealed class ChannelReader(IReadOnlyList<IChannelKind> kinds, bool inbound, string baseDirectory, DiagnosticBag findings)
{
    public IReadOnlyList<ChannelDefinition> Read(Setting.Map? section)
    {
        var channels = new List<ChannelDefinition>();
        foreach (var (name, value) in section?.Entries ?? [])
        {
            CheckName(name, section!.PlaceOf(name));
            if (value is not Setting.Map entry)
            {
                findings.Add(SyntaxCodes.WrongShape, value.Place, $"'{name}' must be a map with the kind of the channel.");
            }
            else if (Read(name, entry) is { } channel)
            {
                channels.Add(channel);
            }
        }

        return channels;
    }

    private ChannelDefinition? Read(string name, Setting.Map entry)
    {
        if (KindOf(name, entry) is not { } kind)
        {
            return null;
        }

        var own = inbound ? kind.InboundFields : kind.EndpointFields;
        if (own.Count == 0)
        {
            findings.Add(HubCodes.WrongSide, entry.PlaceOf(kind.Name), $"'{kind.Name}' has no {(inbound ? "inbound side" : "endpoint")}.");
            return null;
        }

        var shared = inbound ? ChannelFields.Inbound : ChannelFields.Endpoint;
        var fields = shared.Append(new FieldDeclaration { Name = kind.Name, Kind = FieldKind.Map, Required = true, Description = kind.Description, Fields = own });
        var bound = FieldBinder.Bind(WithDefaults(entry, "limits"), [.. fields], $"'{name}'", findings);
        if (bound.Map(kind.Name) is not { } settings)
        {
            return null;
        }

        var channel = new ChannelSettings { Name = name, Own = settings, Entry = bound, BaseDirectory = baseDirectory };
        kind.Check(channel, inbound, findings);
        if (inbound && settings["listen"] is Setting.Scalar listen)
        {
            Listeners.Check(name, listen, bound, findings);
        }

        return Definition(name, kind, channel, entry.Place);
    }

    private static ChannelDefinition Definition(string name, IChannelKind kind, ChannelSettings settings, Place place)
    {
        var limits = settings.Entry.Map("limits");
        return new()
        {
            Name = name,
            Kind = kind,
            Settings = settings,
            Place = place,
            Format = settings.Entry.Text("format"),
            AcknowledgeValidated = settings.Entry.Text("acknowledge") == "validated",
            MessageBytes = (limits?.Integer("message_megabytes") ?? 20) * 1024L * 1024L,
            InFlight = limits?.Integer("in_flight") ?? 8,
            RepeatSafe = settings.Entry.Text("repeat") == "safe",
        };
    }

    private IChannelKind? KindOf(string name, Setting.Map entry)
    {
        var named = kinds.Where(k => entry[k.Name] is not null).ToList();
        if (named.Count == 1)
        {
            return named[0];
        }

        if (named.Count > 1)
        {
            findings.Add(HubCodes.SeveralKinds, entry.Place, $"'{name}' says {string.Join(" and ", named.Select(k => k.Name))}; a channel has one kind.");
            return null;
        }

        var shared = (inbound ? ChannelFields.Inbound : ChannelFields.Endpoint).Select(f => f.Name).ToList();
        var meant = entry.Entries.Select(e => e.Key).Except(shared, StringComparer.Ordinal).Select(k => Suggestion.Nearest(k, kinds.Select(x => x.Name))).FirstOrDefault(k => k is not null);
        findings.Add(HubCodes.NoKind, entry.Place, $"'{name}' has none of the kinds {string.Join(", ", kinds.Select(k => k.Name))}{(meant is null ? "." : $"; did you mean '{meant}'?")}");
        return null;
    }

    private void CheckName(string name, Place place)
    {
        if (name.Length is 0 or > 60 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            findings.Add(HubCodes.BadName, place, "the name of a channel has small letters, digits and '-', at most 60.");
        }
    }

    /// <summary>An absent map of limits still gets its defaults.</summary>
    private static Setting.Map WithDefaults(Setting.Map entry, string key) => entry[key] is not null
        ? entry
        : entry with
        {
            Entries = [.. entry.Entries, new(key, new Setting.Map([], entry.Place))],
            KeyPlaces = [.. entry.KeyPlaces, entry.Place],
        };
}
