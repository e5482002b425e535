using System.Globalization;
using Simphonie.Channels.Profiles;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;

namespace Simphonie.Channels.Mail.Profiles;

/// <summary>Loads <c>*.mail.yaml</c> as <see cref="MailProfile"/>.</summary>
public sealed class MailProfileLoader : ISchemaLoader
{
    /// <summary>Names that templates know besides those of the payload.</summary>
    private static readonly string[] Given = ["time", "serial"];

    public bool CanLoad(string path) => path.EndsWith(".mail.yaml", StringComparison.Ordinal);

    /// <summary>Gives a <see cref="MailProfile"/>.</summary>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, file => File.Exists(file) ? File.OpenRead(file) : null, findings);

    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var before = findings.Count;
        if (ProfileYaml.Read(path, open, MailCodes.Profile, findings) is not { } file)
        {
            return null;
        }

        var map = new ProfileMap(file, MailCodes.Profile, findings);
        var profile = Read(map);
        map.End();
        return findings.Count == before ? profile : null;
    }

    private static MailProfile? Read(ProfileMap map)
    {
        if (map.Header() is not { } header)
        {
            return null;
        }

        var payload = map.Required("payload");
        var length = map.Number("record", 128);
        IReadOnlyList<PayloadValue> values = [.. map.Maps("values").Select(Value).OfType<PayloadValue>()];
        var known = values.Select(static value => value.Name).Concat(Given).ToArray();
        return Template(map, "to", known) is { } to && Template(map, "subject", known) is { } subject && Descriptions(map) is { } descriptions
            ? new MailProfile
            {
                Header = header,
                Payload = payload,
                RecordLength = length,
                Values = values,
                To = to,
                Subject = subject,
                ContentType = map.Required("content_type"),
                Descriptions = descriptions,
                CompressedSuffix = map.Text("compressed_suffix"),
                Cipher = map.Choice(
                    "cipher",
                    ("aes-256-cbc", EnvelopeCipher.Aes256Cbc),
                    ("aes-128-cbc", EnvelopeCipher.Aes128Cbc),
                    ("des-ede3-cbc", EnvelopeCipher.TripleDesCbc),
                    ("none", EnvelopeCipher.None)),
            }
            : null;
    }

    private static PayloadValue? Value(ProfileMap map)
    {
        var name = map.Required("name");
        var record = map.Text("record") ?? "";
        var sum = map.Flag("sum", otherwise: false);
        var positions = map.Required("at").Split('-');
        map.End();
        if (positions.Length == 2
            && int.TryParse(positions[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(positions[1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from >= 1
            && to >= from)
        {
            return new PayloadValue(name, record, from, to, sum);
        }

        map.Wrong(map.Place, "'at' is two positions such as 34-35.");
        return null;
    }

    private static MailTemplate? Template(ProfileMap map, string name, string[] known)
    {
        if (MailTemplate.TryParse(map.Required(name)) is not { } template)
        {
            map.Wrong(map.Place, $"'{name}' has a brace without its name or end.");
            return null;
        }

        foreach (var asked in template.Names.Where(asked => !known.Contains(asked, StringComparer.Ordinal)))
        {
            map.Wrong(map.Place, $"'{name}' names '{asked}', which is no value; known are {string.Join(", ", known)}.");
        }

        return template;
    }

    private static Dictionary<World, string>? Descriptions(ProfileMap map)
    {
        if (map.Map("description") is not { } description)
        {
            map.Wrong(map.Place, "'description' with real and test is missing.");
            return null;
        }

        var made = new Dictionary<World, string> { [World.Real] = description.Required("real"), [World.Test] = description.Required("test") };
        description.End();
        return made;
    }
}
