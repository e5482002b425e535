using System.CommandLine;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Control;
using Simphonie.Cli.Output;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Cli.Commands.Definitions;

/// <summary><c>simphonie definitions list / diff / diagram / publish / rollback</c>: revisions of definitions.</summary>
internal static class DefinitionsCommand
{
    public static Command Create() => new("definitions", "Revisions of definitions.")
    {
        List(),
        Diff(),
        DiagramCommand.Create(),
        Act("publish", "Check the files and activate them (production mode).", withRevision: false),
        Act("rollback", "Activate an older revision.", withRevision: true),
    };

    private static Command List()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var command = new Command("list", "Revisions, newest first.") { data, json, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var revisions = await journal.Reader.RevisionsAsync(parsed.GetValue(limit), cancellationToken);
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)).Rows(
                [.. revisions.Select(revision => new Row { { "revision", revision.Revision }, { "stored", revision.StoredAt }, { "activated", revision.ActivatedAt }, { "by", revision.By } })]);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Command Diff()
    {
        var from = new Argument<string>("FROM") { Description = "A revision, or its first digits." };
        var to = new Argument<string>("TO") { Description = "Another revision." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("diff", "Which definitions differ between two revisions.") { from, to, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var loader = new DefinitionLoader(DefinitionTooling.For(null));
            var entries = new List<Dictionary<string, DefinitionEntry>>();
            foreach (var written in new[] { parsed.GetValue(from)!, parsed.GetValue(to)! })
            {
                var revision = (await journal.Reader.RevisionsAsync(1000, cancellationToken)).FirstOrDefault(known => known.Revision.StartsWith(written, StringComparison.Ordinal));
                if (revision is null || await journal.Reader.RevisionAsync(revision.Revision, cancellationToken) is not { } content)
                {
                    await Console.Error.WriteLineAsync(JournalAccess.NotFound("revision", written).ToString());
                    return ExitStatus.Findings;
                }

                entries.Add(loader.Compile(revision.Revision, content).Entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal));
            }

            var rows = entries[0].Keys.Union(entries[1].Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(path => (Path: path, Was: entries[0].GetValueOrDefault(path)?.Hash, Is: entries[1].GetValueOrDefault(path)?.Hash))
                .Where(entry => entry.Was != entry.Is)
                .Select(entry => new Row { { "definition", entry.Path }, { "change", entry.Was is null ? "added" : entry.Is is null ? "removed" : "changed" } })
                .ToList();
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)).Rows(rows);
            return rows.Count == 0 ? ExitStatus.Fine : ExitStatus.Findings;
        });
        return command;
    }

    private static Command Act(string action, string description, bool withRevision)
    {
        var revision = new Argument<string>("REVISION") { Description = "A revision, or its first digits." };
        var data = CommonOptions.Data();
        var config = CommonOptions.Config();
        var id = CommonOptions.Id();
        var json = CommonOptions.Json();
        var command = new Command(action, description) { data, config, id, json };
        if (withRevision)
        {
            command.Arguments.Add(revision);
        }

        command.SetAction((parsed, cancellationToken) => ControlRunner.RunAsync(
            parsed.GetValue(data)!,
            parsed.GetValue(config)!,
            ControlRequests.WithId(parsed.GetValue(id)!, "definitions", ("action", action), ("revision", withRevision ? parsed.GetValue(revision) : null)),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }
}
