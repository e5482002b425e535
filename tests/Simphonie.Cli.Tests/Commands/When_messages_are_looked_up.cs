using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Commands;

public sealed class When_messages_are_looked_up
{
    private const string Nir = "279035121518989";

    private static readonly string s_first = Hl7Text.Movement("A02", "LOOK1", "LOOKD");

    [OneTimeSetUp]
    public async Task SendAsync()
    {
        await SharedHub.Site.SendAsync(s_first, CancellationToken.None);
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A02", "LOOK2", "LOOKD"), CancellationToken.None);
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A04", "LOOK3", "LOOKD"), CancellationToken.None);
        await SharedHub.Site.HandlingAsync("LOOK1", HandlingState.Done, CancellationToken.None);
        await SharedHub.Site.HandlingAsync("LOOK2", HandlingState.Done, CancellationToken.None);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_print_one_array_of_objects(CancellationToken cancellationToken)
    {
        var run = await SharedHub.Site.RunAsync(cancellationToken, "messages", "list", "--control-id", "LOOK1", "--json");

        Assert.That(run.Status, Is.Zero, run.Output);
        var message = run.Json.Single();
        Assert.Multiple(() =>
        {
            Assert.That(message.GetProperty("channel").GetString(), Is.EqualTo("gap-adt"));
            Assert.That(message.GetProperty("control id").GetString(), Is.EqualTo("LOOK1"));
            Assert.That(message.GetProperty("state").GetString(), Is.EqualTo("routed"));
            Assert.That(message.GetProperty("answered").GetString(), Is.EqualTo("AA"));
            Assert.That(message.GetProperty("revision").GetString(), Is.Not.Empty);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_go_on_page_by_page(CancellationToken cancellationToken)
    {
        string[] query = ["messages", "search", "--key", "dossier=LOOKD", "--json", "--limit"];
        var all = (await SharedHub.Site.RunAsync(cancellationToken, [.. query, "9"])).Json.Select(Id).ToArray();
        var first = (await SharedHub.Site.RunAsync(cancellationToken, [.. query, "2"])).Json.Select(Id).ToArray();
        var next = (await SharedHub.Site.RunAsync(cancellationToken, [.. query, "2", "--before", $"{first[^1]}"])).Json.Select(Id).ToArray();

        Assert.That(all, Has.Length.EqualTo(3).And.Ordered.Descending);
        Assert.That(first.Concat(next), Is.EqualTo(all));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_find_an_identity_that_the_journal_keeps_only_as_a_pseudonym(CancellationToken cancellationToken)
    {
        var run = await SharedHub.Site.RunAsync(cancellationToken, "messages", "search", "--key", $"ins={Nir}", "--json", "--limit", "500");

        Assert.That(run.Status, Is.Zero, run.Output);
        Assert.That(run.Json.Select(message => message.GetProperty("control id").GetString()), Does.Contain("LOOK1"));
        Assert.That(run.Printed, Does.Not.Contain(Nir));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_export_the_bytes_that_were_received(CancellationToken cancellationToken)
    {
        var id = (await SharedHub.Site.RunAsync(cancellationToken, "messages", "list", "--control-id", "LOOK1", "--json")).Json.Select(Id).Single();
        var file = Path.Combine(SharedHub.Site.Directory, "export.er7");

        var run = await SharedHub.Site.RunAsync(cancellationToken, "messages", "export", $"{id}", "--to", file);

        Assert.That(run.Status, Is.Zero, run.Output);
        Assert.That(await File.ReadAllTextAsync(file, cancellationToken), Is.EqualTo(s_first));
        Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_say_that_there_is_no_such_message(CancellationToken cancellationToken)
    {
        var run = await SharedHub.Site.RunAsync(cancellationToken, "messages", "show", "999999");

        Assert.That(run.Status, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("SIM6020").And.Contain("999999"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_show_the_conflict_of_a_control_id_with_its_answer_and_finding(CancellationToken cancellationToken)
    {
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A04", "LOOK4", "LOOKC"), cancellationToken);
        var answer = await SharedHub.Site.SendAsync(Hl7Text.Movement("A04", "LOOK4", "LOOKC", name: "AUTRE^NOM"), cancellationToken);
        var refused = (await SharedHub.Site.RunAsync(cancellationToken, "messages", "list", "--control-id", "LOOK4", "--state", "refused", "--json")).Json.Single();

        var show = await SharedHub.Site.RunAsync(cancellationToken, "messages", "show", $"{Id(refused)}");

        Assert.That(Hl7Text.CodeOf(answer), Is.EqualTo("AE"));
        Assert.That(refused.GetProperty("answered").GetString(), Is.EqualTo("AE"));
        Assert.That(show.Output, Does.Contain("SIM4006").And.Contain("conflict of "));
    }

    private static long Id(System.Text.Json.JsonElement message) => message.GetProperty("id").GetInt64();
}
