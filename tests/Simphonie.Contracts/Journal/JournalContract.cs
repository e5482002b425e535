using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

/// <summary>What every test of the suite starts from: an empty journal, and a clock that stands.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class JournalContract : IAsyncDisposable
{
    private IJournalFactory? _factory;
    private IJournal? _journal;

    protected static CancellationToken None => CancellationToken.None;

    protected StandingClock Clock { get; } = new();

    protected IJournalFactory Factory => _factory!;

    protected IJournal Journal => _journal!;

    protected abstract IJournalFactory CreateFactory();

    [SetUp]
    public async Task OpenAsync()
    {
        _factory = CreateFactory();
        _journal = await _factory.OpenAsync(Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

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
}
