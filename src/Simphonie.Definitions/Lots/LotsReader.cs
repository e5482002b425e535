using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Lots;

/// <summary>Reads the section <c>lots</c> of <c>hub.yaml</c> with the directory that it names.</summary>
internal sealed class LotsReader(string folder, EstablishmentDefinition establishment, DiagnosticBag findings)
{
    public LotsDefinition? Read(Setting.Map section)
    {
        if (section.Scalar("directory") is not { } directory)
        {
            return null;
        }

        var definition = Read(section, Rows(directory));
        if (definition.Times is { Within: null, At.Count: 0 })
        {
            findings.Add(LotDefinitionCodes.NeverCloses, section.Place, "neither 'within' nor 'at' is given: a lot that never fills never leaves by itself.");
        }

        return definition;
    }

    /// <summary>The section over the rows of a directory.</summary>
    public LotsDefinition Read(Setting.Map section, IReadOnlyList<DirectoryRow> rows)
    {
        var other = section.Text("numbers") == "gap" ? NumberOwner.Hub : NumberOwner.Gap;
        var except = section.Scalars("except");
        var codes = except.Select(static code => code.Text).ToHashSet(StringComparer.Ordinal);
        var single = section.Scalar("recipient");
        var recipients = new RecipientDirectory(
            rows,
            single?.Text,
            code => codes.Contains(code) == (other == NumberOwner.Gap) ? NumberOwner.Gap : NumberOwner.Hub);
        foreach (var code in single is null ? except : [single, .. except])
        {
            if (recipients.Find(code.Text) is null)
            {
                findings.Add(LotDefinitionCodes.RecipientUnknown, code.Place, $"'{code.Text}' is not in the directory{Suggestion.For(code.Text, recipients.All.Select(static known => known.Address.Code))}");
            }
        }

        return new()
        {
            Sender = Sender(section),
            Recipients = recipients,
            Records = section.Integer("lines") ?? 1000,
            Invoices = section.Integer("invoices") ?? 999,
            Times = new(section.Duration("within"), Times(section)),
            HoldRefused = section.Text("refused") == "hold",
            Process = section.Text("process"),
            Certified = [.. section.Scalars("certified").Select(static one => one.Text)],
            Marks = section.Text("marks") is { } marks ? Path.GetFullPath(Path.Combine(folder, marks)) : null,
        };
    }

    /// <summary>The rows of the directory that a section names; none with a finding when it cannot be read.</summary>
    public IReadOnlyList<DirectoryRow> Rows(Setting.Scalar directory)
    {
        var path = Path.GetFullPath(Path.Combine(folder, directory.Text));
        try
        {
            return DirectoryReader.Read(path, File.ReadAllBytes(path), findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(LotDefinitionCodes.DirectoryUnreadable, directory.Place, $"'{directory.Text}' cannot be read.");
            return [];
        }
    }

    private List<TimeOnly> Times(Setting.Map section)
    {
        var times = new List<TimeOnly>();
        foreach (var written in section.Scalars("at"))
        {
            if (TimeOnly.TryParseExact(written.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                times.Add(time);
            }
            else
            {
                findings.Add(LotDefinitionCodes.BadTime, written.Place, "a time of the day has hours and minutes, such as \"18:00\".");
            }
        }

        return times;
    }

    private LotSender Sender(Setting.Map section)
    {
        var sender = section.Map("sender") ?? new Setting.Map([], section.Place);
        return new(
            establishment.Finess,
            Text(sender, "name", 40, establishment.Name),
            Text(sender, "category", 3, ""),
            Text(sender, "legal_status", 2, ""),
            Text(sender, "tariff_mode", 2, ""));
    }

    private string Text(Setting.Map sender, string name, int most, string otherwise)
    {
        var text = sender.Text(name) ?? otherwise;
        if (text.Length > most || text.Any(static letter => letter is < ' ' or > '~'))
        {
            findings.Add(LotDefinitionCodes.BadSender, sender.PlaceOf(name), $"'{name}' has at most {most} printable ASCII characters.");
        }

        return text;
    }
}
