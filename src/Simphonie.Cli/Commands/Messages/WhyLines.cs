using System.Text.Json;
using Simphonie.Cli.Control;
using Simphonie.Core.Journal;
using Simphonie.Engine.Explain;

namespace Simphonie.Cli.Commands.Messages;

/// <summary>Why the handlings of a message are where they are: a running hub knows its circuits too, a stopped one is read from the journal.</summary>
internal static class WhyLines
{
    /// <summary>Sentences by handling; key 0 for the message itself.</summary>
    public static async Task<ILookup<long, string>> ReadAsync(string data, IJournalReader reader, long message, CancellationToken cancellationToken)
    {
        var answer = await ControlClient.SendAsync(data, ControlRequests.Make("why", ("message", message)), cancellationToken);
        if (answer is { Status: ExitStatus.Fine })
        {
            return answer.Rows.ToLookup(row => row["handling"].ValueKind == JsonValueKind.Number ? row["handling"].GetInt64() : 0, row => row["sentence"].GetString() ?? "");
        }

        var where = await new WhyHere(reader, TimeProvider.System).MessageAsync(message, cancellationToken);
        return where.ToLookup(place => place.Handling ?? 0, place => place.Sentence);
    }
}
