using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_messages_are_searched<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_list_newest_first_page_by_page_without_payloads()
    {
        for (var i = 0; i < 7; i++)
        {
            await KeepAsync();
        }

        var pages = new List<long>();
        long? before = null;
        while (await Journal.Reader.MessagesAsync(new() { Before = before, Limit = 3 }, None) is { Count: > 0 } page)
        {
            Assert.That(page, Has.Count.LessThanOrEqualTo(3));
            Assert.That(page.Select(message => message.Payload), Is.All.Null);
            pages.AddRange(page.Select(message => message.Id));
            before = page[^1].Id;
        }

        Assert.That(pages, Is.EqualTo(new long[] { 7, 6, 5, 4, 3, 2, 1 }));
    }

    [Test]
    public async Task Should_hold_all_conditions_together()
    {
        await KeepAsync(Given.Message() with { ControlId = "1", Correlation = "c" });
        await KeepAsync(Given.Message() with { ControlId = "1", Correlation = "c", Channel = "other" });
        await KeepAsync(Given.Message() with { ControlId = "1", Correlation = "c", Type = "ADT^A04" });
        await KeepAsync(Given.Message() with { ControlId = "1", Correlation = "c", State = MessageState.Refused });
        await KeepAsync(Given.Message() with { ControlId = "1", Correlation = "c", Establishment = "690000019" });
        await KeepAsync(Given.Message() with { ControlId = "1", Correlation = "c", ReceivedAt = Given.Now.AddDays(1) });

        var found = await Journal.Reader.MessagesAsync(
            new()
            {
                Establishment = Given.Establishment,
                From = Given.Now,
                To = Given.Now.AddDays(1),
                Channel = "gap-adt",
                State = MessageState.Received,
                Type = "ADT^A01",
                ControlId = "1",
                Correlation = "c",
            },
            None);

        Assert.That(found.Select(message => message.Id), Is.EqualTo(new long[] { 1 }));
    }

    [TestCase(MessageState.Refused, new long[] { 2 })]
    [TestCase(MessageState.Unrouted, new long[] { 3 })]
    [TestCase(MessageState.Received, new long[] { 1 })]
    public async Task Should_find_by_state(MessageState state, long[] expected)
    {
        await KeepAsync();
        await KeepAsync(Given.Message() with { State = MessageState.Refused });
        await KeepAsync();
        await CommitAsync(new JournalWrite.SetMessageState(3, MessageState.Unrouted, "r1"));

        Assert.That((await Journal.Reader.MessagesAsync(new() { State = state }, None)).Select(message => message.Id), Is.EqualTo(expected));
    }

    [Test]
    public async Task Should_find_by_key_in_any_establishment_or_in_one()
    {
        var key = new BusinessKey("dossier", "D1^^^GAP", Identity: false);
        await KeepAsync(Given.Message(keys: [key, new("ipp", "P1", false)]));
        await KeepAsync(Given.Message(keys: [new("dossier", "D2^^^GAP", false)]));
        await KeepAsync(Given.Message(keys: key) with { Establishment = "690000019" });
        await KeepAsync(Given.Message(keys: [key, key]));

        Assert.That(await IdsAsync(new() { Key = key }), Is.EqualTo(new long[] { 4, 3, 1 }));
        Assert.That(await IdsAsync(new() { Key = key, Establishment = Given.Establishment }), Is.EqualTo(new long[] { 4, 1 }));
        Assert.That(await IdsAsync(new() { Key = key, Before = 4, Limit = 1 }), Is.EqualTo(new long[] { 3 }));
        Assert.That(await IdsAsync(new() { Key = key with { Name = "ipp" } }), Is.Empty);
    }

    [Test]
    public async Task Should_find_an_identity_by_equality()
    {
        var identity = new BusinessKey("nir", "255069900000117", Identity: true);
        await KeepAsync(Given.Message(keys: identity));

        Assert.That(await IdsAsync(new() { Key = identity }), Is.EqualTo(new long[] { 1 }));
        Assert.That(await IdsAsync(new() { Key = identity with { Value = "25506990000011" } }), Is.Empty);
        Assert.That(await IdsAsync(new() { Key = identity with { Identity = false } }), Is.Empty);
    }

    private async Task<long[]> IdsAsync(MessageQuery query) =>
        [.. (await Journal.Reader.MessagesAsync(query, None)).Select(message => message.Id)];

    [Test]
    public async Task Should_find_an_identifier_under_every_authority_and_no_longer_one()
    {
        foreach (var value in new[] { "2400", "2400^^^A", "2400^^^B&1&N", "24001^^^A", "2400^^A" })
        {
            await KeepAsync(Given.Message($"MSH|{value}", null, new BusinessKey("dossier", value, false)));
        }

        var found = await Journal.Reader.MessagesAsync(new() { Key = new("dossier", "2400", false), AnyAuthority = true }, None);

        Assert.That(found.Select(message => message.Id), Is.EqualTo(new long[] { 3, 2 }));
    }
}
