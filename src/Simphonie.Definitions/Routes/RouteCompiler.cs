using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>Turns a parsed route file into a <see cref="Route"/>. Every finding of the file is collected.</summary>
internal sealed class RouteCompiler(RouteScope scope)
{
    /// <summary>Null when a finding of this file is an error.</summary>
    public Route? Compile(Setting.Map root, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        var map = FieldBinder.Bind(root, RouteFields.All, "a route", own);
        var builder = new StepBuilder(scope, MessageShape(map), own);
        foreach (var channel in map.Scalars("from"))
        {
            builder.Channel(channel);
        }

        var when = builder.Expression(map, "when");
        var key = builder.Expression(map, "key");
        var subjects = builder.Expression(map, "subject");
        var businessDate = BusinessDate(map, builder);
        var steps = builder.Steps(map.Items("steps"));
        if (map.Scalar("answer") is { } answer)
        {
            CheckAnswer(answer, builder);
        }

        findings.AddRange(own);
        return own.HasErrors || DefinitionReader.Header(root, "route", new()) is not { } header ? null : new()
        {
            Name = header.Name,
            Version = header.Version,
            Effective = header.Effective,
            Description = map.Text("description"),
            Place = header.Place,
            From = [.. map.Scalars("from").Select(s => s.Text)],
            When = when,
            Key = key,
            BusinessDate = businessDate,
            Subjects = subjects,
            Steps = steps,
            Retry = Retry(map.Map("retry")),
            Expires = map.Duration("expires"),
            HoldOnDead = map.Text("on_dead") != "continue",
            Answer = map.Text("answer"),
            AnswerWithin = map.Integer("answer_within_seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    private static RetryPolicy Retry(Setting.Map? retry) => retry is null ? RetryPolicy.Default : new(
        retry.Integer("attempts") ?? 8,
        TimeSpan.FromSeconds(retry.Integer("first_wait_seconds") ?? 2),
        Math.Max(1, retry.Number("factor") ?? 2),
        TimeSpan.FromSeconds(retry.Integer("max_wait_seconds") ?? 3600));

    // Only what a step makes is kept with a stage and can answer; the message is the caller's own.
    private static void CheckAnswer(Setting.Scalar answer, StepBuilder builder)
    {
        if (answer.Text == "message")
        {
            builder.Findings.Add(RouteCodes.AnswersItself, answer.Place, "'message' is what the caller sent; no step makes it.");
            return;
        }

        builder.CheckDocument(answer);
    }

    /// <summary>What the channels carry; where no site says it, what the first <c>validate</c> or <c>map</c> expects.</summary>
    private DocumentShape MessageShape(Setting.Map map)
    {
        foreach (var channel in map.Scalars("from"))
        {
            if (scope.IsOfProcess(channel.Text))
            {
                return DocumentShape.Of("fhir/r4#Parameters", scope.Schemas);
            }

            if (scope.Site?.Inbound.GetValueOrDefault(channel.Text) is { } reference)
            {
                return DocumentShape.Of(reference, scope.Schemas);
            }
        }

        foreach (var step in map.Items("steps").OfType<Setting.Map>())
        {
            if (step.Text("document") is null && step.Text("validate") is { } schema)
            {
                return DocumentShape.Of(schema, scope.Schemas);
            }

            if (step.Text("of") is null && step.Scalar("map") is { } mapping && scope.Mappings.Resolve(mapping, new()) is { } known)
            {
                // With 'each', the mapping starts from a part of the message.
                return DocumentShape.Of(step["each"] is null ? known.From : known.From.Split('#')[0], scope.Schemas);
            }
        }

        return DocumentShape.Unknown;
    }

    private Expression? BusinessDate(Setting.Map map, StepBuilder builder)
    {
        if (map["business_date"] is not null)
        {
            return builder.Expression(map, "business_date");
        }

        return BusinessDates.DefaultFor(builder.Message.Format) is { } text
            ? scope.Expressions.Compile(new(text, map.Place), builder.Message, builder.Documents, builder.Findings)
            : null;
    }
}
