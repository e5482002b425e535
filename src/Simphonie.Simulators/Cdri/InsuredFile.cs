using System.Globalization;
using Simphonie.Channels.Profiles;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Cdri;

/// <summary>Reads <c>insured.yaml</c>: the synthetic people that the simulator knows.</summary>
internal static class InsuredFile
{
    /// <summary>Null when there are findings.</summary>
    public static IReadOnlyList<InsuredPerson>? Read(string path, DiagnosticBag findings)
    {
        var before = findings.Count;
        if (ProfileYaml.Read(path, CdriCodes.Insured, findings) is not { } file)
        {
            return null;
        }

        var map = new ProfileMap(file, CdriCodes.Insured, findings);
        var people = new List<InsuredPerson>();
        foreach (var insured in map.Maps("insured"))
        {
            var nir = ReadNir(insured);
            foreach (var person in insured.Maps("beneficiaries"))
            {
                people.Add(ReadPerson(person, nir));
            }

            insured.End();
        }

        map.End();
        return findings.Count == before ? people : null;
    }

    private static Nir ReadNir(ProfileMap map) => new(map.Required("nir"), map.Required("key"));

    private static InsuredPerson ReadPerson(ProfileMap map, Nir insured)
    {
        var person = new InsuredPerson
        {
            Insured = insured,
            Birth = map.Required("birth"),
            Rank = map.Number("rank", 1),
            Certified = Inner(map, "certified", ReadNir),
            Family = map.Required("family"),
            UsedName = map.Text("used_name"),
            Given = map.Required("given"),
            Sex = map.Text("sex"),
            Address = Inner(map, "address", address => new PersonAddress(address.Texts("lines"), address.Required("post_code"), address.Required("city"))),
            Rights = Each(map, "rights", ReadRights),
            C2s = Each(map, "c2s", item => new C2sPeriod(ReadPeriod(item), item.Flag("contribution", otherwise: false), item.Required("organism"), item.Text("label"))),
            Ame = Each(map, "ame", ReadPeriod),
            Ald = Each(map, "ald", item => new Exemption(ReadPeriod(item), item.Required("type"))),
            Doctor = Inner(map, "doctor", item => new Doctor(item.Required("family"), item.Required("given"), item.Required("number"), item.Text("rpps"))),
            LocalScheme = map.Text("local_scheme") is null ? null : map.Flag("local_scheme", otherwise: false),
            Provisional = map.Text("provisional") is null ? null : map.Flag("provisional", otherwise: false),
            AnswersAs = Inner(map, "answers_as", ReadAnswered),
            Fault = map.Text("fault"),
        };
        map.End();
        return person;
    }

    private static RightsPeriod ReadRights(ProfileMap map) => new(
        ReadPeriod(map),
        map.Required("regime"),
        map.Required("fund"),
        map.Required("centre"),
        map.Text("label"),
        map.Text("nature") ?? "10",
        map.Text("management") ?? "10",
        map.Text("exemption") ?? "0",
        map.Text("rate") is null ? null : map.Number("rate", 0));

    private static AnsweredIdentity ReadAnswered(ProfileMap map) => new(
        map.Text("nir") is { } number ? new Nir(number, map.Required("key")) : null,
        map.Text("birth"),
        map.Text("rank") is { } rank ? int.Parse(rank, CultureInfo.InvariantCulture) : null);

    private static Period ReadPeriod(ProfileMap map)
    {
        var from = map.Date("from");
        if (from is null)
        {
            map.Wrong(map.Place, "A period has a 'from'.");
        }

        return new Period(from ?? DateOnly.MinValue, map.Date("to"));
    }

    private static List<T> Each<T>(ProfileMap map, string name, Func<ProfileMap, T> read)
    {
        var items = new List<T>();
        foreach (var item in map.Maps(name))
        {
            items.Add(read(item));
            item.End();
        }

        return items;
    }

    private static T? Inner<T>(ProfileMap map, string name, Func<ProfileMap, T> read)
        where T : class
    {
        if (map.Map(name) is not { } inner)
        {
            return null;
        }

        var made = read(inner);
        inner.End();
        return made;
    }
}
