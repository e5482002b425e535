using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Commands;

public sealed class When_a_human_must_act
{
    [Test]
    [CancelAfter(90_000)]
    public async Task Should_be_taken_and_closed_with_what_was_done(CancellationToken cancellationToken)
    {
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A08", "WORK1", "WORK1"), cancellationToken);
        var handling = await SharedHub.Site.HandlingAsync("WORK1", HandlingState.Dropped, cancellationToken);
        var item = (await ListAsync(cancellationToken)).Single(one => one.GetProperty("message").GetInt64() == handling.Message);
        var id = item.GetProperty("id").GetInt64();
        Assert.That(item.GetProperty("what").GetString(), Is.EqualTo("Look at it."));

        var take = await SharedHub.Site.CommandAsync(cancellationToken, "work", "take", $"{id}");
        var taken = (await ListAsync(cancellationToken)).Single(one => one.GetProperty("id").GetInt64() == id);
        var done = await SharedHub.Site.CommandAsync(cancellationToken, "work", "done", $"{id}", "--why", "looked");
        var sheet = (await SharedHub.Site.RunAsync(cancellationToken, "work", "show", $"{id}", "--json")).Json.Single();

        Assert.That((take.Status, done.Status), Is.EqualTo((0, 0)), take.Output + done.Output);
        Assert.That(taken.GetProperty("taken by").GetString(), Is.EqualTo(Environment.UserName));
        Assert.That(sheet.GetProperty("done why").GetString(), Is.EqualTo("looked"));
        Assert.That((await ListAsync(cancellationToken)).Select(one => one.GetProperty("id").GetInt64()), Does.Not.Contain(id));
    }

    private static async Task<System.Text.Json.JsonElement[]> ListAsync(CancellationToken cancellationToken) =>
        (await SharedHub.Site.RunAsync(cancellationToken, "work", "list", "--json", "--limit", "500")).Json;
}
