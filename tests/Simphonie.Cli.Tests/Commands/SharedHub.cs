using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Commands;

/// <summary>
/// One running hub for all tests of commands. A02 is relayed; A03 meets a receiver that refuses it and becomes a dead letter; A08 becomes a work item;
/// A11 and A12 go to endpoints where nobody listens.
/// </summary>
[SetUpFixture]
public sealed class SharedHub
{
    internal static TestSite Site { get; private set; } = null!;

    internal static MllpReceiver Receiver { get; private set; } = null!;

    internal static MllpReceiver Refusing { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Receiver = new MllpReceiver();
        Receiver.Start();
        Refusing = new MllpReceiver(code: "AR");
        Refusing.Start();
        Site = new TestSite(new Dictionary<string, int>
        {
            ["gap-return"] = Receiver.Port,
            ["refusing"] = Refusing.Port,
            ["absent"] = HubProcess.FreePort(),
            ["broken"] = HubProcess.FreePort(),
        });
        WriteRoutes(Site);
        await Site.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await Site.DisposeAsync();
        await Receiver.DisposeAsync();
        await Refusing.DisposeAsync();
    }

    internal static void WriteRoutes(TestSite site)
    {
        site.WriteRoute("relay", "A02", "  - send: gap-return\n    document: message");
        site.WriteRoute("refused", "A03", "  - send: refusing\n    document: message");
        site.WriteRoute("task", "A08", "  - work-item: Look at it.\n    why: The test says so.\n    stop: true");
        site.WriteRoute("absent", "A11", "  - send: absent\n    document: message", "retry: {attempts: 8, first_wait_seconds: 600, factor: 1}");
        site.WriteRoute("broken", "A12", "  - send: broken\n    document: message");
    }
}
