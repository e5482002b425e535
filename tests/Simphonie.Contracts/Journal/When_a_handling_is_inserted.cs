using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_handling_is_inserted<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_be_held_behind_an_unfinished_one_of_its_key()
    {
        Assert.That((await HandleAsync("dossier/1")).State, Is.EqualTo(HandlingState.Ready));
        Assert.That((await HandleAsync("dossier/1")).State, Is.EqualTo(HandlingState.Held));
    }

    [Test]
    public async Task Should_be_ready_when_the_one_before_has_ended()
    {
        var first = await HandleAsync("dossier/1");
        await CommitAsync(new JournalWrite.UpdateHandling(first.Id, 0, HandlingState.Done, 1, Given.Now));

        Assert.That((await HandleAsync("dossier/1")).State, Is.EqualTo(HandlingState.Ready));
    }

    [Test]
    public async Task Should_not_wait_for_another_key_route_or_establishment()
    {
        await HandleAsync("dossier/1");

        Assert.That((await HandleAsync("dossier/2")).State, Is.EqualTo(HandlingState.Ready));
        Assert.That((await HandleAsync("dossier/1", handling => handling with { Route = "other" })).State, Is.EqualTo(HandlingState.Ready));
        Assert.That((await HandleAsync("dossier/1", handling => handling with { Establishment = "690000019" })).State, Is.EqualTo(HandlingState.Ready));
    }

    [Test]
    public async Task Should_have_a_key_of_its_own_without_one()
    {
        var first = await HandleAsync(key: null);
        var second = await HandleAsync(key: null);

        Assert.That((first.State, second.State), Is.EqualTo((HandlingState.Ready, HandlingState.Ready)));
        Assert.That((await Journal.Reader.HandlingAsync(first.Id, None))!.Key, Is.Not.EqualTo((await Journal.Reader.HandlingAsync(second.Id, None))!.Key));
    }

    [Test]
    public async Task Should_wait_for_nobody_when_a_caller_waits_for_it()
    {
        await HandleAsync("dossier/1");

        var interactive = await HandleAsync("dossier/1", handling => handling with { StartedAtStage = 1 });

        Assert.That((interactive.State, interactive.Stage), Is.EqualTo((HandlingState.Waiting, 1)));
    }

    [Test]
    public async Task Should_read_back_what_was_given()
    {
        var created = await HandleAsync("dossier/1", handling => handling with
        {
            BusinessDate = new DateOnly(2026, 2, 28),
            ExpiresAt = Given.Now.AddHours(48),
            ReplayOf = 7,
            Subjects = ["patient/1", "dossier/1"],
        });

        var record = (await Journal.Reader.HandlingAsync(created.Id, None))!;

        Assert.That(record.Subjects, Is.EqualTo(new[] { "patient/1", "dossier/1" }));
        Assert.That(record with { Subjects = [] }, Is.EqualTo(new HandlingRecord
        {
            Id = created.Id,
            Message = 1,
            Establishment = Given.Establishment,
            Route = "cdri-at-admission",
            RouteVersion = 1,
            Revision = "r1",
            Key = "dossier/1",
            Lane = 3,
            State = HandlingState.Ready,
            Stage = 0,
            Version = 0,
            Now = Given.Now,
            BusinessDate = new DateOnly(2026, 2, 28),
            ExpiresAt = Given.Now.AddHours(48),
            ReplayOf = 7,
            Subjects = [],
        }).Using<HandlingRecord>((a, b) => a with { Subjects = b.Subjects } == b));
    }

    [Test]
    public async Task Should_be_found_when_its_time_is_over()
    {
        var late = await HandleAsync("a", handling => handling with { ExpiresAt = Given.Now.AddHours(1) });
        await HandleAsync("b", handling => handling with { ExpiresAt = Given.Now.AddHours(3) });
        var ended = await HandleAsync("c", handling => handling with { ExpiresAt = Given.Now.AddHours(1) });
        await CommitAsync(new JournalWrite.UpdateHandling(ended.Id, 0, HandlingState.Done, 1, Given.Now));

        var expired = await Journal.Reader.ExpiredAsync(Given.Now.AddHours(2), 10, None);

        Assert.That(expired.Select(handling => handling.Id), Is.EqualTo(new[] { late.Id }));
    }
}
