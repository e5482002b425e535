using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

/// <summary>
/// What every test of the suite starts from: an empty journal, and a clock that stands. A kind of journal passes the suite with a factory and
/// an empty subclass of each fixture.
/// </summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class JournalContract<TFactory> : IAsyncDisposable
    where TFactory : IJournalFactory, new()
{
    private readonly TFactory _factory = new();
    private IJournal? _journal;

    protected static CancellationToken None => CancellationToken.None;

    protected StandingClock Clock { get; } = new();

    protected IJournalFactory Factory => _factory;

    protected IJournal Journal => _journal!;

    [SetUp]
    public async Task OpenAsync()
    {
        _journal = await _factory.OpenAsync(Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _factory.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task CloseAsync()
    {
        if (_journal is { } journal)
        {
            _journal = null;
            await journal.DisposeAsync();
        }
    }

    protected async Task ReopenAsync()
    {
        await CloseAsync();
        _journal = await Factory.OpenAsync(Clock);
    }

    /// <summary>Appends a message; returns its id.</summary>
    protected async Task<long> KeepAsync(MessageAppend? message = null) => (await Journal.AppendAsync(message ?? Given.Message(), None)).Id;

    /// <summary>Appends a message with a handling.</summary>
    protected async Task<HandlingCreated> HandleAsync(string? key = "dossier/1", Func<HandlingInsert, HandlingInsert>? with = null)
    {
        var handling = Given.Handling(await KeepAsync(), key);
        return (await Journal.CommitAsync([new JournalWrite.InsertHandling(with?.Invoke(handling) ?? handling)], None)).Handlings[0];
    }

    protected async Task<CommitKind> CommitAsync(params JournalWrite[] writes) => (await Journal.CommitAsync(writes, None)).Kind;
}
