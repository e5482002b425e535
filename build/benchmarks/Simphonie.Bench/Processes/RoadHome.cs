using System.Globalization;
using System.Text;
using Simphonie.Bench.Load;

namespace Simphonie.Bench.Processes;

/// <summary>A copy of the definitions for one measurement, whose CDRi simulator knows every insured person of the load besides those of the demonstration.</summary>
internal static class RoadHome
{
    public static string Make(string home, string into)
    {
        foreach (var folder in new[] { "schemas", "routes", "mappings", Path.Combine("samples", "demo") })
        {
            Copy(Path.Combine(home, folder), Path.Combine(into, folder));
        }

        File.AppendAllText(Path.Combine(into, "samples", "demo", "insured.yaml"), Insured());
        return into;
    }

    private static string Insured()
    {
        var text = new StringBuilder("\n");
        for (var person = 0; person < LoadPeople.Count; person++)
        {
            var nir = LoadPeople.Nir(person);
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - nir: "{{nir[..13]}}"
                    key: "{{nir[13..]}}"
                    beneficiaries:
                      - birth: 1979-03-28
                        family: PAT-TROIS
                        given: DOMINIQUE
                        sex: F
                        certified: {nir: "{{nir[..13]}}", key: "{{nir[13..]}}"}
                        address: {lines: [28 AV DE L'ESSAI], post_code: "75007", city: PARIS}
                        rights:
                          - {from: 2019-09-01, regime: "01", fund: "999", centre: "0000", label: CPAM DE TEST, nature: "10", management: "10", exemption: "0", rate: 70}
                        doctor: {family: MODELE, given: JEAN, number: "991000020", rpps: "99900000002"}

                """);
        }

        return text.ToString();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
