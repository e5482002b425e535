using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;

namespace Simphonie.Engine.Testing;

/// <summary>Reads from the journal of a route test what really happened.</summary>
internal sealed class RouteTestReport(RecordingJournal journal, IReadOnlyDictionary<string, IFormat> formats, DefinitionSnapshot snapshot, Route route, RouteTestLots? lots)
{
    /// <summary>A state as tests write it; a failure that a caller was told of is dead all the same.</summary>
    public static string Name(HandlingState state) => state == HandlingState.Released ? "dead" : state.ToString().ToLowerInvariant();

    public async ValueTask<TestOutcome> OutcomeAsync(IReadOnlyList<long> messages, InteractiveResult? answer, int ledgerBefore, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>(answer?.Findings ?? []);
        var deliveries = new List<TestDelivery>();
        string? state = null;
        foreach (var message in messages)
        {
            foreach (var handling in await journal.Reader.HandlingsOfAsync(message, cancellationToken).ConfigureAwait(false))
            {
                if (handling.Route == route.Name)
                {
                    state = Name(handling.State);
                    await AddAsync(handling, findings, deliveries, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return new()
        {
            State = state ?? "unrouted",
            Findings = findings,
            Deliveries = deliveries,
            WorkItems = [.. journal.WorkItems.Select(static item => new TestWorkItem(item.Code, item.What))],
            Ledger = [.. journal.Ledger.Skip(ledgerBefore).Select(static entry => new TestLedgerEntry(entry.Kind, entry.Key, entry.Value))],
            Lots = lots is null ? [] : await lots.LotsAsync(cancellationToken).ConfigureAwait(false),
            LotFiles = lots is null ? [] : await lots.FilesAsync(message => Read(message.Payload!, message.Format), cancellationToken).ConfigureAwait(false),
            Cases = await CasesAsync(cancellationToken).ConfigureAwait(false),
            Answer = answer?.Answer is { } body ? Read(body, answer.AnswerFormat) : null,
        };
    }

    private async ValueTask<IReadOnlyList<TestCase>> CasesAsync(CancellationToken cancellationToken)
    {
        var cases = new List<TestCase>();
        long? before = null;
        while (await journal.Reader.Cases.CasesAsync(new() { Before = before }, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            cases.AddRange(page.Select(static one => new TestCase(one.Key, one.State)));
            before = page[^1].Id;
        }

        return cases;
    }

    private async ValueTask AddAsync(HandlingRecord handling, List<Diagnostic> findings, List<TestDelivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var stage in await journal.Reader.StagesAsync(handling.Id, cancellationToken).ConfigureAwait(false))
        {
            findings.AddRange(stage.Steps.SelectMany(static step => step.Findings));
        }

        if (handling.CauseCode is { } code)
        {
            findings.Add(Cause(code, handling));
        }

        foreach (var delivery in await journal.Reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false))
        {
            if (journal.Attempted.ContainsKey(delivery.Key) && delivery.Body is { } body)
            {
                deliveries.Add(new(delivery.Kind, delivery.Endpoint, Read(body, null, RouteSteps.SentAs(route, delivery.Endpoint))));
            }
        }
    }

    // The place of a cause is written behind its step: 2 map: IN1[1]-49.1.
    private static Diagnostic Cause(string code, HandlingRecord handling)
    {
        var text = handling.CauseText ?? "";
        var at = handling.CausePlace?.IndexOf(": ", StringComparison.Ordinal) ?? -1;
        return Diagnostic.Of(new DiagnosticCode(code, Severity.Error, text, ""), at < 0 ? Place.Whole : Place.InMessage(handling.CausePlace![(at + 2)..]), text);
    }

    /// <summary>Reads by the schema that a mapping names, where one does; else by the format, and how the bytes begin.</summary>
    private Document Read(Payload payload, string? format, string? made = null)
    {
        using var lease = payload.Lease();
        var bytes = lease.Memory.ToArray();
        if (made is not null && snapshot.Schemas.TryResolve(made, DateOnly.MaxValue, out var named))
        {
            return formats[named.Format].Read(bytes, named);
        }

        var name = format ?? TestContent.FormatOf(bytes);
        var schema = TestSchemas.For(snapshot, name);
        return formats[name].Read(bytes, schema);
    }
}
