using System.Globalization;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.FhirPath.Peers;

/// <summary>Agreement with an independent implementation over official examples of R4.</summary>
public sealed class When_npm_fhirpath_evaluates_the_same
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Test]
    public async Task Should_agree_but_for_the_differences_that_are_explained()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var cases = FhirPathPeer.Cases();
        var answers = await FhirPathPeer.AskAsync(cases, timeout.Token);
        var unexplained = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            var mine = Evaluate(cases[i]);
            if (Same(mine, answers[i].Items))
            {
                continue;
            }

            if (!Differences.Explained.ContainsKey(cases[i].Expression))
            {
                unexplained.Add($"{cases[i].File}: {cases[i].Expression}\n    hub: {Show(mine)}\n    npm: {Show(answers[i].Items)}");
            }

            seen.Add(cases[i].Expression);
        }

        Assert.Multiple(() =>
        {
            Assert.That(cases, Has.Count.GreaterThanOrEqualTo(300));
            Assert.That(unexplained, Is.Empty, string.Join('\n', unexplained));
            Assert.That(Differences.Explained.Keys.Except(seen, StringComparer.Ordinal), Is.Empty, "differences that are none any more");
        });
    }

    private static IReadOnlyList<string>? Evaluate(PeerCase one)
    {
        var context = new EvaluationContext { Now = Evaluated.Now };
        if (one.File is not null)
        {
            var bytes = File.ReadAllBytes(Path.Combine(FhirTestFiles.Peers, "node_modules", "hl7.fhir.r4.examples", one.File));
            context.Focus = new FhirFormat().Read(bytes, FhirTestFiles.R4).Root;
        }

        var findings = new DiagnosticBag();
        var compiled = FhirPathCompiler.Compile(one.Expression, new ExpressionScope { Variables = null }, Place.Whole, findings);
        if (compiled is null)
        {
            return null;
        }

        var items = new List<Item>();
        compiled.Evaluate(context, items);
        return context.Findings.HasErrors ? null : [.. items.Select(Written)];
    }

    private static string Written(Item item)
    {
        var value = item.Value;
        return value.IsNone ? "(complex)" : value.Text;
    }

    private static bool Same(IReadOnlyList<string>? mine, IReadOnlyList<string>? theirs) =>
        mine is null || theirs is null ? mine is null && theirs is null : mine.Count == theirs.Count && mine.Zip(theirs).All(pair => Same(pair.First, pair.Second));

    /// <summary>JavaScript has one kind of number: 1.10 is 1.1 there.</summary>
    private static bool Same(string mine, string theirs) =>
        mine == theirs
        || (double.TryParse(mine, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(theirs, NumberStyles.Float, CultureInfo.InvariantCulture, out var other)
            && Math.Abs(one - other) <= 1e-8 * Math.Max(1, Math.Abs(other)));

    private static string Show(IReadOnlyList<string>? items) => items is null ? "error" : new StringBuilder().AppendJoin(" | ", items).ToString();
}
