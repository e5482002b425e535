using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Tests.BadInput;

/// <summary>One running hub for all tests of a class; after each of them every door must still serve.</summary>
public abstract class DoorTest
{
    private protected Doors Doors { get; private set; } = null!;

    private protected virtual int Connections => 200;

    [OneTimeSetUp]
    public async Task OpenAsync() => Doors = await Doors.OpenAsync(CancellationToken.None, Connections);

    [OneTimeTearDown]
    public async Task CloseAsync() => await Doors.DisposeAsync();

    [TearDown]
    public async Task StillServes()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Doors.AssertServingAsync(patience.Token);
    }

    /// <summary>The last message of a channel.</summary>
    private protected Task<MessageRecord> LastAsync(string channel, CancellationToken cancellationToken) => Doors.Site.WaitForAsync(
        async (journal, token) => await journal.MessagesAsync(new MessageQuery { Channel = channel, Limit = 1 }, token) is [var last] ? await journal.MessageAsync(last.Id, token) : null,
        cancellationToken);

    private protected async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var figures = await Doors.Site.WaitForAsync(async (journal, token) => (object)(await journal.FiguresAsync(token)).Messages, cancellationToken);
        return (long)figures;
    }
}
