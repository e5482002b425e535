namespace Simphonie.Formats.Tests.Fhir.Validation;

/// <summary>
/// <c>differences.tsv</c>: where the hub and @medplum/core judge a resource differently, and why. Rows: set, resource, hub's verdict, the other's verdict, reason.
/// A test of a set finds every difference listed, and every listed one different.
/// </summary>
internal static class Differences
{
    public static IEnumerable<string> Listed(string set) =>
        File.ReadLines(Path.Combine(FhirTestFiles.Root, "tests", "Simphonie.Formats.Tests", "Fhir", "differences.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells[0] == set)
            .Select(cells =>
            {
                Assert.That(cells, Has.Length.EqualTo(5), "a row has a set, a resource, two verdicts and a reason");
                Assert.That(cells[4], Is.Not.Empty);
                return Key(cells[1], cells[2] == "valid", cells[3] == "valid");
            });

    public static string Key(string resource, bool ours, bool theirs) => $"{resource}\t{Word(ours)}\t{Word(theirs)}";

    private static string Word(bool valid) => valid ? "valid" : "invalid";
}
