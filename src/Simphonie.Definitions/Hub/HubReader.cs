using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Hub;

/// <summary>Reads and checks <c>hub.yaml</c>. The kinds of channels are given from outside; their declarations check what they own.</summary>
public sealed class HubReader(IReadOnlyList<IChannelKind> kinds)
{
    /// <summary>Reads a file. Null when it has no readable tree or lacks what everything else hangs on; <paramref name="findings"/> say why.</summary>
    /// <param name="path">The file.</param>
    /// <param name="resolveSecrets">False for lint, which must work without the site's secrets.</param>
    /// <param name="findings">Where findings go.</param>
    public HubDefinition? ReadFile(string path, bool resolveSecrets, DiagnosticBag findings)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(HubCodes.Unreadable, Place.InFile(path, 0, 0), "the file cannot be read.");
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var secrets = resolveSecrets ? SecretResolver.OfMachine(folder, findings) : SecretResolver.Unread(folder, findings);
        return Read(path, YamlReader.Read(path, bytes, findings), secrets, findings);
    }

    /// <summary>Reads a tree; <paramref name="path"/> fixes what relative paths are relative to.</summary>
    public HubDefinition? Read(string path, Setting? root, SecretResolver secrets, DiagnosticBag findings)
    {
        if (root is not Setting.Map map)
        {
            if (root is not null)
            {
                findings.Add(SyntaxCodes.WrongShape, root.Place, "hub.yaml must be a map of keys.");
            }

            return null;
        }

        var before = findings.Count;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var hub = FieldBinder.Bind((Setting.Map)secrets.Resolve(WithSections(map)), HubFields.All, "hub.yaml", findings);
        var inbound = new ChannelReader(kinds, inbound: true, folder, findings).Read(hub.Map("inbound"));
        var endpoints = new ChannelReader(kinds, inbound: false, folder, findings).Read(hub.Map("endpoints"));
        var definition = Definition(path, folder, hub, inbound, endpoints);
        if (definition is not null)
        {
            definition = hub.Map("lots") is { } lots ? definition with { Lots = new LotsReader(folder, definition.Establishment, findings).Read(lots) } : definition;
            HubChecks.Run(definition, hub, findings);
        }

        return findings.Skip(before).Any(f => f.Severity == Severity.Error) ? null : definition;
    }

    private static HubDefinition? Definition(string path, string folder, Setting.Map hub, IReadOnlyList<ChannelDefinition> inbound, IReadOnlyList<ChannelDefinition> endpoints)
    {
        if (hub.Text("hub") is not { } name || hub.Map("establishment") is not { } establishment || hub.Text("world") is not { } world || hub.Map("definitions") is not { } definitions)
        {
            return null;
        }

        var journal = hub.Map("journal");
        var duplicates = hub.Map("duplicates");
        var disk = hub.Map("disk");
        var http = hub.Map("http");
        return new()
        {
            File = path,
            Hub = name,
            Establishment = new(establishment.Text("finess") ?? "", establishment.Text("name") ?? ""),
            World = world == "real" ? World.Real : World.Test,
            Journal = new(journal?.Text("sqlite") ?? "journal.db", journal?.Integer("keep_days") ?? 90, journal?.Integer("ledger_years") ?? 5),
            Duplicates = new(TimeSpan.FromDays(duplicates?.Integer("window_days") ?? 7), duplicates?.Text("on_conflict") != "accept"),
            Transport = hub.Text("transport") ?? "embedded",
            Lanes = hub.Integer("lanes") ?? 8,
            Definitions = new(definitions.Text("mode") == "production", [.. definitions.Scalars("from").Select(f => Path.GetFullPath(Path.Combine(folder, f.Text)))]),
            Disk = new(Megabytes(disk, "low_megabytes"), Megabytes(disk, "lower_megabytes"), Megabytes(disk, "reserve_megabytes")),
            Http = http?.Text("listen") is { } listen ? new(listen, http.Map("tls"), http.Integer("connections") ?? 500) : null,
            ApplicationAck = hub.Text("application_ack"),
            Inbound = inbound,
            Endpoints = endpoints,
        };
    }

    private static long Megabytes(Setting.Map? disk, string name) => (disk?.Integer(name) ?? 0) * 1024L * 1024L;

    /// <summary>Absent sections with defaults are added empty, so that their defaults are filled in.</summary>
    private static Setting.Map WithSections(Setting.Map map)
    {
        var absent = new[] { "journal", "duplicates", "disk" }.Where(s => map[s] is null).Select(s => KeyValuePair.Create(s, (Setting)new Setting.Map([], map.Place))).ToList();
        return map with { Entries = [.. map.Entries, .. absent], KeyPlaces = [.. map.KeyPlaces, .. absent.Select(_ => map.Place)] };
    }
}
