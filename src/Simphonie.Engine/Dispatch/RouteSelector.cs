using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Engine.Policies;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch;

/// <summary>A route that wants a message, and the handling to insert for it.</summary>
internal sealed record RouteMatch(Route Route, HandlingInsert Insert);

/// <summary>
/// Decides which routes want a message, in which version, under which key. A condition that cannot be decided selects the route:
/// its handling's first stage meets the same failure and becomes a dead letter that says so.
/// </summary>
internal sealed class RouteSelector(string hub, int lanes, Func<string, string> pseudonym, Func<MessageRecord, Func<string, string, string?>> ledger)
{
    public List<RouteMatch> Select(MessageRecord message, Func<Document> document, DefinitionSnapshot snapshot, bool interactive, Func<DateTimeOffset> now)
    {
        var matches = new List<RouteMatch>();
        foreach (var versions in snapshot.RoutesFrom(message.Channel))
        {
            if (versions[0].Answer is not null == interactive && Match(versions, message, document, snapshot.Revision, now) is { } match)
            {
                matches.Add(match);
            }
        }

        return matches;
    }

    private RouteMatch? Match(IReadOnlyList<Route> versions, MessageRecord message, Func<Document> document, string revision, Func<DateTimeOffset> now)
    {
        var received = ParisDate.Of(message.ReceivedAt);
        try
        {
            var context = new EvaluationContext { Now = message.ReceivedAt, Ledger = ledger(message), Focus = document().Root };
            context.Variables["message"] = [new Item(context.Focus)];
            context.Variables["hub"] = [new Item(Value.Of(hub))];
            context.Variables["establishment"] = [new Item(Value.Of(message.Establishment))];
            SiteVariables.Set(context, hub, message);
            var route = versions[0];
            if (versions.Count == 1)
            {
                if (!Wants(route, context))
                {
                    return null;
                }

                var date = DateOf(route, context, received);
                return route.Effective <= date ? Make(route, message, context, revision, date, now()) : null;
            }

            // The version follows from the business date, which the latest version says how to read.
            var day = DateOf(route, context, received);
            var chosen = versions.FirstOrDefault(version => version.Effective <= day);
            return chosen is not null && Wants(chosen, context) ? Make(chosen, message, context, revision, day, now()) : null;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or JournalBrokenException))
        {
            return new(versions[0], Insert(versions[0], message, revision, null, [], received, now()));
        }
    }

    private static bool Wants(Route route, EvaluationContext context)
    {
        context.Findings = new();
        return route.When is null || route.When.IsTrue(context) || context.Findings.HasErrors;
    }

    private static DateOnly DateOf(Route route, EvaluationContext context, DateOnly received)
    {
        context.Findings = new();
        return BusinessDates.Read(route.BusinessDate?.Text1(context)) ?? received;
    }

    private RouteMatch Make(Route route, MessageRecord message, EvaluationContext context, string revision, DateOnly date, DateTimeOffset now)
    {
        context.Findings = new();
        var key = route.Key?.Text1(context);
        var subjects = new List<Item>();
        route.Subjects?.Evaluate(context, subjects);
        return new(route, Insert(
            route,
            message,
            revision,
            string.IsNullOrEmpty(key) ? null : pseudonym(key),
            [.. subjects.Select(static subject => subject.Value.Text).Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal).Select(pseudonym)],
            date,
            now));
    }

    private HandlingInsert Insert(Route route, MessageRecord message, string revision, string? key, IReadOnlyList<string> subjects, DateOnly date, DateTimeOffset now) => new()
    {
        Message = message.Id,
        Establishment = message.Establishment,
        Route = route.Name,
        RouteVersion = route.Version,
        Revision = revision,
        Key = key,
        Lane = LanePolicy.LaneOf(message.Establishment, route.Name, key ?? now.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), lanes),
        Now = now,
        BusinessDate = date,
        ExpiresAt = route.Expires is { } expires ? message.ReceivedAt + expires : null,
        Subjects = subjects,
    };
}
