using System.Text;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Privacy;

public sealed class When_everything_fails
{
    private const string Mark = "DUPONT-MARKED-279035121518989";

    [Test]
    public async Task Should_print_the_payload_in_no_sink()
    {
        var rejecting = new FakeEndpoint("rejecting") { Behaviour = (_, _) => new(FakeEndpoint.Rejects()) };
        var down = new FakeEndpoint("down") { Behaviour = (_, _) => new(FakeEndpoint.IsDown()) };
        var throwing = new FakeEndpoint("throwing") { Behaviour = (request, _) => throw new InvalidOperationException("bug: " + KvFormat.Text(request.Body)) };
        var unknown = new FakeEndpoint("unknown", repeatSafe: false) { Behaviour = (_, _) => new(FakeEndpoint.NoAnswer()) };
        var key = FakeExpression.Field("name");
        Route Keyed(string name, params Step[] steps) => Routes.Of(name, steps) with { Key = key, Subjects = key };
        await using var hub = await TestHub.StartAsync(
            [
                Keyed("rejected", Routes.Send("rejecting")),
                Keyed("down", Routes.Send("down")),
                Keyed("thrown", Routes.Send("throwing")),
                Keyed("unknown", Routes.Send("unknown")),
                Keyed("mapping", new Step.Map(FakeMapping.Failing("name"), "x", Routes.Nowhere)),
                Keyed("broken", new Step.Map(new FakeMapping("broken", input => throw new InvalidOperationException(KvFormat.Field(input.Source, "name"))), "x", Routes.Nowhere)),
                Keyed("condition", Routes.Send("down")) with { When = FakeExpression.Throws(Mark) },
                Keyed("ledger", new Step.Remember("seen", key, null, Routes.Nowhere), new Step.Limit(key, 0, TimeSpan.FromHours(1), "Look.", Routes.Nowhere)),
            ],
            rejecting,
            down,
            throwing,
            unknown);
        var results = new List<IntakeResult>
        {
            await hub.SendAsync($"id=1;at=1;name={Mark};patient={Mark}"),
            await hub.SendAsync($"id=1;at=1;name={Mark};patient={Mark};x=2"),
            await hub.SendAsync($"id=2;world=real;name={Mark}"),
            await hub.SendAsync($"!{Mark}"),
        };
        await hub.UntilAsync(
            async () => (await hub.Reader.HandlingsOfAsync(1, default)).Count(handling => handling.State is HandlingState.Dead or HandlingState.Unknown or HandlingState.Dropped) >= 6,
            "the failures");
        await hub.UntilAsync(() => throwing.Received.Count > 0 && down.Received.Count > 0, "the attempts");

        var said = new StringBuilder();
        foreach (var line in hub.Logs.Lines)
        {
            said.AppendLine(line);
        }

        foreach (var result in results)
        {
            said.AppendLine(result.ToString()).AppendJoin('\n', result.Findings);
        }

        foreach (var why in await hub.Engine.Why.MessageAsync(1, default))
        {
            said.AppendLine(why.ToString());
        }

        AppendTexts(Path.Combine(hub.DataDirectory, "journal.db"), said);
        Assert.That(said.ToString(), Does.Not.Contain(Mark));
        Assert.That(said.ToString(), Does.Contain("SIM4106"), "the sinks were really read");
    }

    // Every text of every table, payloads (blobs) left out.
    private static void AppendTexts(string journal, StringBuilder said)
    {
        Assert.That(File.Exists(journal), Is.True);
        using var connection = new SqliteConnection($"Data Source={journal};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = new List<string>();
        using (var list = connection.CreateCommand())
        {
            list.CommandText = "select name from sqlite_master where type = 'table'";
            using var rows = list.ExecuteReader();
            while (rows.Read())
            {
                tables.Add(rows.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            using var all = connection.CreateCommand();
            all.CommandText = $"select * from \"{table}\"";
            using var rows = all.ExecuteReader();
            while (rows.Read())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    said.AppendLine(rows.GetValue(i) as string);
                }
            }
        }
    }
}
