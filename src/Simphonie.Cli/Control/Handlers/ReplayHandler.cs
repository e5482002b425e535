using System.Text;
using System.Text.Json;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Simphonie.Cli.Composition;
using Simphonie.Core.Journal;
using Simphonie.Engine.Control;
using Simphonie.Engine.Replay;

namespace Simphonie.Cli.Control.Handlers;

/// <summary>Runs handlings again, dry or for real; sends one delivery again; sends an edited copy of a message.</summary>
internal sealed class ReplayHandler(HubParts parts)
{
    private Replayer Replay => parts.Engine.Replay;

    public async Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var command = new HubCommand(request.Id, request.By);
        switch (request.Text("action"))
        {
            case "dry-run":
                return await DryRunAsync(request, cancellationToken);
            case "as-new":
                return await AsNewAsync(command, request, cancellationToken);
            case "resend" when DeliveryKey.TryParse(request.Text("delivery") ?? "", out var delivery):
                return Answers.Of(await parts.Engine.Commands.ResendAsync(command, delivery, cancellationToken));
            case "edit" when request.Number("message") is { } message && request.Text("file") is { } file:
                return Answers.Of(await parts.Engine.Commands.EditAndResendAsync(command, message, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken));
            default:
                return Answers.Wrong("Name a handling, a delivery or a message.");
        }
    }

    private async Task<ControlResponse> DryRunAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var against = request.Text("against") is { } revision ? await WholeRevisionAsync(revision, cancellationToken) : null;
        var rows = new List<IReadOnlyDictionary<string, JsonElement>>();
        var differs = false;
        foreach (var handling in await HandlingsAsync(request, cancellationToken))
        {
            var (report, finding) = await Replay.DryRunAsync(handling, against, cancellationToken);
            if (report is null)
            {
                rows.Add(Answers.Row(("handling", handling), ("stage", null), ("what", finding?.ToString()), ("result", "not run"), ("diff", null)));
                continue;
            }

            differs |= report.Differs;
            rows.AddRange(report.Stages.SelectMany(stage => Rows(report, stage, request.Flag("diff"))));
            rows.AddRange(report.Findings.Select(found => Answers.Row(("handling", handling), ("stage", null), ("what", found.ToString()), ("result", "finding"), ("diff", null))));
        }

        return new(differs ? ExitStatus.Findings : ExitStatus.Fine, differs ? "Something would be otherwise than it was." : "Everything would be as it was.", rows);
    }

    /// <summary>Each as a command of its own that begins with the id of this one, so that a repeat makes nothing twice.</summary>
    private async Task<ControlResponse> AsNewAsync(HubCommand command, ControlRequest request, CancellationToken cancellationToken)
    {
        var results = new List<CommandResult>();
        foreach (var handling in await HandlingsAsync(request, cancellationToken))
        {
            results.Add(await Replay.AsNewAsync(command with { Id = $"{command.Id}/{handling}" }, handling, request.Text("why") ?? "", request.Flag("force"), cancellationToken));
        }

        return Answers.Of(results);
    }

    private Task<IReadOnlyList<long>> HandlingsAsync(ControlRequest request, CancellationToken cancellationToken) =>
        new HandlingChoice(parts.Journal.Reader).ChooseAsync(request, cancellationToken);

    /// <summary>A revision may be written by its first digits.</summary>
    private async Task<string> WholeRevisionAsync(string written, CancellationToken cancellationToken) =>
        written == "current"
            ? parts.Definitions.Store.Current.Revision
            : (await parts.Journal.Reader.RevisionsAsync(1000, cancellationToken)).FirstOrDefault(known => known.Revision.StartsWith(written, StringComparison.Ordinal))?.Revision ?? written;

    private static IEnumerable<IReadOnlyDictionary<string, JsonElement>> Rows(ReplayReport report, ReplayedStage stage, bool diff)
    {
        if (stage.StepsDiffer)
        {
            yield return Answers.Row(("handling", report.Handling), ("stage", stage.Ordinal), ("what", "steps"), ("result", "differ"), ("diff", diff ? Diff(Lines(stage.StepsWere), Lines(stage.Steps)) : null));
        }

        foreach (var bytes in stage.Documents.Select(document => ("document " + document.Name, document)).Concat(stage.Deliveries.Select(delivery => ("delivery to " + delivery.Name, delivery))))
        {
            var assumed = stage.AnswerAssumed && bytes.Item1.StartsWith("delivery", StringComparison.Ordinal) ? ", answer assumed" : "";
            yield return Answers.Row(
                ("handling", report.Handling),
                ("stage", stage.Ordinal),
                ("what", bytes.Item1),
                ("result", (bytes.Item2.Differs ? "differs" : "equal") + assumed),
                ("diff", diff && bytes.Item2.Differs ? Diff(Text(bytes.Item2.Was), Text(bytes.Item2.Would)) : null));
        }
    }

    private static string Lines(IReadOnlyList<StepOutcome> steps) =>
        string.Join('\n', steps.Select(step => $"{step.Step}: {step.Result} {string.Join("; ", step.Findings.Select(finding => finding.ToString()))}"));

    private static string Text(ReadOnlyMemory<byte>? bytes) => bytes is { } some ? Encoding.UTF8.GetString(some.Span).Replace('\r', '\n') : "";

    private static string Diff(string was, string would)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(was, would).Lines.Where(line => line.Type is ChangeType.Deleted or ChangeType.Inserted);
        return string.Join('\n', lines.Select(line => (line.Type == ChangeType.Deleted ? "- " : "+ ") + line.Text));
    }
}
