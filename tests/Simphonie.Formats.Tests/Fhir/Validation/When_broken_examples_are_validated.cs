using System.Text;
using System.Text.Json.Nodes;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir;

namespace Simphonie.Formats.Tests.Fhir.Validation;

public sealed class When_broken_examples_are_validated
{
    private const int PerExample = 4;

    [Test]
    public async Task Should_reject_each_and_agree_with_an_independent_validator_but_for_the_listed_differences()
    {
        var broken = Broken();
        var theirs = MedplumValidator.ValidateAsync(broken.Select(one => (one.Id, (string?)null, (string?)one.Json)));
        var ours = broken.ToDictionary(one => one.Id, one => IsValid(one.Json));
        var verdicts = await theirs;

        var differences = ours.Where(own => own.Value != verdicts[own.Key].Valid).Select(own => Differences.Key(own.Key, own.Value, verdicts[own.Key].Valid)).ToList();
        differences.ForEach(TestContext.Out.WriteLine);
        Assert.Multiple(() =>
        {
            Assert.That(broken, Has.Count.GreaterThanOrEqualTo(200));
            Assert.That(ours.Where(own => own.Value).Select(own => own.Key), Is.Empty, "a broken resource was found valid");
            Assert.That(differences, Is.EquivalentTo(Differences.Listed("broken")));
        });
    }

    private static bool IsValid(string json)
    {
        var format = new FhirFormat();
        var document = format.Read(Encoding.UTF8.GetBytes(json), FhirTestFiles.R4);
        var findings = new DiagnosticBag();
        format.Validate(document, FhirTestFiles.R4, findings);
        return !findings.HasErrors;
    }

    /// <summary>The first small example of each resource type, broken in four ways; the ways rotate from type to type.</summary>
    private static List<(string Id, string Json)> Broken()
    {
        var result = new List<(string, string)>();
        var way = 0;
        foreach (var file in FhirTestFiles.Examples().Where(file => new FileInfo(file).Length < 40_000).GroupBy(file => Path.GetFileName(file).Split('-')[0]).Select(type => type.First()))
        {
            var text = File.ReadAllText(file);
            if (JsonNode.Parse(text) is not JsonObject original || !FhirTestFiles.R4.TryGetType((string)original["resourceType"]!, out var type))
            {
                continue;
            }

            var made = 0;
            for (var tried = 0; tried < Mutations.All.Count && made < PerExample; tried++, way++)
            {
                var (name, apply) = Mutations.All[way % Mutations.All.Count];
                var copy = (JsonObject)original.DeepClone();
                if (apply(copy, type))
                {
                    result.Add(($"{Path.GetFileNameWithoutExtension(file)}/{name}", copy.ToJsonString()));
                    made++;
                }
            }
        }

        return result;
    }
}
