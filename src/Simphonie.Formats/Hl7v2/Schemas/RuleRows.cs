using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>Reads <c>rules:</c>, <c>contradictions:</c>, <c>lunar:</c> and <c>keys:</c>.</summary>
internal static class RuleRows
{
    public static List<Hl7Rule> Rules(SchemaFile file)
    {
        var rules = new List<Hl7Rule>();
        foreach (var row in file.Rows(file.Root, "rules"))
        {
            if (Hl7Rule.TryParse(row.Text, out var rule))
            {
                rules.Add(rule);
            }
            else
            {
                row.Report("a rule reads: error ZBE-6 required when ZBE-4 in UPDATE,CANCEL");
            }
        }

        return rules;
    }

    public static List<Hl7Contradiction> Contradictions(SchemaFile file)
    {
        var contradictions = new List<Hl7Contradiction>();
        foreach (var row in file.Rows(file.Root, "contradictions"))
        {
            if (row.Text.Split(' ', 3) is [var place, var reading, var why] && Hl7Target.TryParse(place, out var target))
            {
                contradictions.Add(new Hl7Contradiction(target, reading, why));
            }
            else
            {
                row.Report("a contradiction reads: PID-32 required why, or ZBE-9 CODE why");
            }
        }

        return contradictions;
    }

    public static List<Hl7Target> LunarDates(SchemaFile file)
    {
        var places = new List<Hl7Target>();
        foreach (var row in file.Rows(file.Root, "lunar"))
        {
            if (Hl7Target.TryParse(row.Text, out var place))
            {
                places.Add(place);
            }
            else
            {
                row.Report("a lunar date reads: PID-7");
            }
        }

        return places;
    }

    public static List<Hl7Key> Keys(SchemaFile file)
    {
        var keys = new List<Hl7Key>();
        foreach (var row in file.Rows(file.Root, "keys"))
        {
            var words = row.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 4 && Hl7Path.TryParse(words[1], out var field) && words[3] is "plain" or "authority" or "identity" or "nir")
            {
                keys.Add(new Hl7Key(words[0], field, words[2] == "-" ? null : words[2].TrimEnd('?'), words[3] == "authority", words[3] is "identity" or "nir")
                {
                    IsNir = words[3] == "nir",
                    OrUntyped = words[2].EndsWith('?'),
                });
            }
            else
            {
                row.Report("a key reads: name field type form, such as ipp PID-3 PI authority; the type is -, PI, or PI? where the type may be missing; the form is plain, authority, identity or nir");
            }
        }

        return keys;
    }
}
