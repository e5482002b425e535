using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Routes;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Testing;

/// <summary>
/// Compares what happened with what a test expects. Pure. A failure says what was expected and how many values were found, never a value of a message.
/// </summary>
public static class ExpectationEvaluator
{
    private static readonly TimeSpan s_matchTime = TimeSpan.FromSeconds(1);

    /// <summary>The test's result: one failure for each expectation that was not met.</summary>
    public static TestResult Evaluate(DefinitionTest test, TestOutcome outcome)
    {
        var failures = new DiagnosticBag();
        foreach (var expectation in test.Expectations)
        {
            Evaluate(expectation, outcome, failures);
        }

        return new(test.Name, test.Place, [.. failures]);
    }

    private static void Evaluate(Expectation expectation, TestOutcome outcome, DiagnosticBag failures)
    {
        switch (expectation)
        {
            case Expectation.Value value:
                Check(value.Check, outcome.Output, "the output", failures);
                break;
            case Expectation.Finding finding:
                Require(HasFinding(finding, outcome), finding.Place, $"no finding {finding.Code}{(finding.At is null ? "" : $" at {finding.At}")}; found: {Codes(outcome.Findings)}.", failures);
                break;
            case Expectation.NoOutput none:
                Require(outcome.Output is null, none.Place, "the mapping made a document.", failures);
                break;
            case Expectation.Bytes bytes:
                CheckBytes(bytes, outcome.Output, failures);
                break;
            case Expectation.Lineage lineage:
                CheckLineage(lineage, outcome, failures);
                break;
            case Expectation.Delivered delivered:
                CheckDelivered(delivered, outcome, failures);
                break;
            case Expectation.NothingTo nothing:
                CheckNothingTo(nothing, outcome, failures);
                break;
            case Expectation.State state:
                Require(outcome.State == state.Name, state.Place, $"the handling is {outcome.State ?? "not there"}, not {state.Name}; findings: {Codes(outcome.Findings)}.", failures);
                break;
            case Expectation.WorkItem item:
                Require(outcome.WorkItems.Any(w => w.Code == item.CodeOrText || w.What.Contains(item.CodeOrText, StringComparison.OrdinalIgnoreCase)), item.Place, $"no such work item; {outcome.WorkItems.Count} were opened.", failures);
                break;
            case Expectation.WorkItems items:
                Require(outcome.WorkItems.Count == items.Count, items.Place, $"{outcome.WorkItems.Count} work items were opened, not {items.Count}.", failures);
                break;
            case Expectation.Ledger ledger:
                CheckLedger(ledger, outcome, failures);
                break;
            case Expectation.Lot or Expectation.InLots or Expectation.LotFile:
                CheckLots(expectation, outcome, failures);
                break;
            case Expectation.Case @case:
                CheckCase(@case, outcome, failures);
                break;
            case Expectation.Cases cases:
                Require(outcome.Cases.Count == cases.Count, cases.Place, $"there are {outcome.Cases.Count} cases, not {cases.Count}.", failures);
                break;
            case Expectation.Answer answer:
                CheckAnswer(answer, outcome, failures);
                break;
            default:
                throw new InvalidOperationException($"unknown expectation {expectation.GetType().Name}");
        }
    }

    private static void CheckDelivered(Expectation.Delivered expected, TestOutcome outcome, DiagnosticBag failures)
    {
        var found = outcome.Deliveries.Where(d => d.Kind == expected.Kind && d.Endpoint == expected.Endpoint).ToList();
        Require(found.Count == expected.Times, expected.Place, $"{found.Count} deliveries by {expected.Kind} to '{expected.Endpoint}', not {expected.Times}; state {outcome.State}, findings: {Codes(outcome.Findings)}.", failures);
        foreach (var delivery in found)
        {
            foreach (var check in expected.With)
            {
                Check(check, delivery.Document, $"what went to '{expected.Endpoint}'", failures);
            }
        }
    }

    private static void CheckNothingTo(Expectation.NothingTo nothing, TestOutcome outcome, DiagnosticBag failures)
    {
        foreach (var endpoint in nothing.Endpoints)
        {
            var count = outcome.Deliveries.Count(d => d.Endpoint == endpoint);
            Require(count == 0, nothing.Place, $"{count} deliveries left for '{endpoint}'.", failures);
        }
    }

    private static void CheckLedger(Expectation.Ledger ledger, TestOutcome outcome, DiagnosticBag failures)
    {
        var found = outcome.Ledger.Any(e => e.Kind == ledger.Kind && (ledger.Key is null || e.Key == ledger.Key) && (ledger.Text is null || e.Value == ledger.Text));
        Require(found != ledger.Absent, ledger.Place, ledger.Absent ? $"there is a ledger entry '{ledger.Kind}'." : $"there is no such ledger entry '{ledger.Kind}'; {outcome.Ledger.Count(e => e.Kind == ledger.Kind)} of that kind.", failures);
    }

    private static void CheckLots(Expectation expected, TestOutcome outcome, DiagnosticBag failures)
    {
        switch (expected)
        {
            case Expectation.Lot lot:
                Require(
                    outcome.Lots.Any(found => IsAsExpected(found, lot)),
                    lot.Place,
                    $"no lot is so; there are: {(outcome.Lots.Count == 0 ? "none" : string.Join(", ", outcome.Lots.Select(static found => $"{found.Kind} for {found.Recipient} of {found.Scheme} {found.Fund}, number {found.Number}, invoices {found.Invoices}")))}; state {outcome.State}, findings: {Codes(outcome.Findings)}.",
                    failures);
                break;
            case Expectation.InLots all:
                var count = outcome.Lots.Sum(static lot => lot.Invoices);
                Require(count == all.Invoices, all.Place, $"{count} invoices are in lots, not {all.Invoices}; state {outcome.State}, findings: {Codes(outcome.Findings)}.", failures);
                break;
            case Expectation.LotFile file:
                var files = outcome.LotFiles.Where(found => found.Recipient == file.Recipient).ToList();
                Require(files.Count == file.Times, file.Place, $"{files.Count} files of lots were made for {file.Recipient}, not {file.Times}.", failures);
                foreach (var found in files)
                {
                    foreach (var check in file.With)
                    {
                        Check(check, found.Document, $"the file for {file.Recipient}", failures);
                    }
                }

                break;
        }
    }

    private static bool IsAsExpected(TestLot lot, Expectation.Lot wanted) =>
        lot.Kind == wanted.Kind
        && lot.Recipient == (wanted.Recipient ?? lot.Recipient)
        && lot.Scheme == (wanted.Scheme ?? lot.Scheme)
        && lot.Fund == (wanted.Fund ?? lot.Fund)
        && lot.Number == (wanted.Number ?? lot.Number)
        && lot.Invoices == (wanted.Invoices ?? lot.Invoices);

    private static void CheckCase(Expectation.Case expected, TestOutcome outcome, DiagnosticBag failures)
    {
        var found = outcome.Cases.Where(one => one.Key == expected.Key).ToList();
        Require(
            found.Exists(one => one.State == (expected.In ?? one.State)),
            expected.Place,
            found.Count == 0 ? $"there is no such case, of {outcome.Cases.Count}." : $"the case is {string.Join(", ", found.Select(static one => one.State))}, not {expected.In}.",
            failures);
    }

    private static void CheckAnswer(Expectation.Answer answer, TestOutcome outcome, DiagnosticBag failures)
    {
        Require(outcome.Answer is not null == answer.Given, answer.Place, answer.Given ? $"the caller was not answered; findings: {Codes(outcome.Findings)}." : "the caller was answered.", failures);
        foreach (var check in outcome.Answer is null ? [] : answer.With)
        {
            Check(check, outcome.Answer, "the answer", failures);
        }
    }

    private static void CheckBytes(Expectation.Bytes expected, Document? output, DiagnosticBag failures)
    {
        if (output is not IWritableDocument document)
        {
            failures.Add(TestCodes.NotMet, expected.Place, "there is no document to look at.");
            return;
        }

        var written = new ArrayBufferWriter<byte>();
        document.WriteTo(written);
        var wanted = Encoding.UTF8.GetBytes(string.Concat(expected.Texts));
        var same = written.WrittenSpan.CommonPrefixLength(wanted);
        Require(same == wanted.Length && same == written.WrittenCount, expected.Place, $"the output has {written.WrittenCount} bytes, not these {wanted.Length}; they differ at {same + 1}.", failures);
    }

    private static void CheckLineage(Expectation.Lineage expected, TestOutcome outcome, DiagnosticBag failures)
    {
        var nodes = Evaluate(expected.Path.Text, expected.Path.Place, outcome.Output, failures);
        if (nodes is null)
        {
            return;
        }

        var paths = nodes.Where(n => n.IsNode).Select(n => n.Node.Place.Path).ToHashSet(StringComparer.Ordinal);
        var from = outcome.Lineage.Where(l => paths.Contains(l.OutputPath)).SelectMany(l => l.Inputs).Select(p => p.Path ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Require(from.SequenceEqual(expected.From.Order(StringComparer.Ordinal), StringComparer.Ordinal), expected.Path.Place, $"the value comes from {(from.Count == 0 ? "no place" : string.Join(", ", from))}.", failures);
    }

    private static void Check(ValueCheck check, Document? document, string what, DiagnosticBag failures)
    {
        if (Evaluate(check.Path.Text, check.Path.Place, document, failures) is not { } items)
        {
            return;
        }

        if (check.Is is { } wanted)
        {
            Require(items.Select(i => i.Value.Text).SequenceEqual(wanted, StringComparer.Ordinal), check.Path.Place, $"{what} does not hold {string.Join(", ", wanted.Select(w => $"'{w}'"))} there; {Count(items)} found.", failures);
        }
        else if (check.Matches is { } pattern)
        {
            Require(items.Count > 0 && items.TrueForAll(i => Regex.IsMatch(i.Value.Text, pattern, RegexOptions.CultureInvariant, s_matchTime)), check.Path.Place, $"{what} does not match '{pattern}' there; {Count(items)} found.", failures);
        }
        else
        {
            Require(items.Count == 0, check.Path.Place, $"{what} holds {Count(items)} there.", failures);
        }
    }

    /// <summary>What an expression gives over a document; null, with a finding, when it cannot be evaluated.</summary>
    internal static List<Item>? Evaluate(string path, Place place, Document? document, DiagnosticBag failures)
    {
        if (document is null)
        {
            failures.Add(TestCodes.NotMet, place, "there is no document to look at.");
            return null;
        }

        var shape = new DocumentShape(document.Format, document.Schema, document.Root.Type);
        var expression = new RouteExpressions([]).Compile(new(path, place), shape, new Dictionary<string, DocumentShape>(StringComparer.Ordinal), failures);
        if (expression is null)
        {
            return null;
        }

        var items = new List<Item>();
        var context = new EvaluationContext { Focus = document.Root };
        expression.Evaluate(context, items);
        failures.AddRange(context.Findings);
        return items;
    }

    private static bool HasFinding(Expectation.Finding wanted, TestOutcome outcome) =>
        outcome.Findings.Any(f => f.Code.Id == wanted.Code && (wanted.At is null || f.Place.Path == wanted.At));

    private static string Codes(IReadOnlyList<Diagnostic> findings) =>
        findings.Count == 0 ? "none" : string.Join(", ", findings.Select(f => f.Place.Path is null ? f.Code.Id : $"{f.Code.Id} at {f.Place.Path}").Distinct(StringComparer.Ordinal));

    private static string Count(List<Item> items) => items.Count switch { 0 => "nothing", 1 => "1 other value", _ => $"{items.Count} values" };

    private static void Require(bool met, Place place, string text, DiagnosticBag failures)
    {
        if (!met)
        {
            failures.Add(TestCodes.NotMet, place, text);
        }
    }
}
