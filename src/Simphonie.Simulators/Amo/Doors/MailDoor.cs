using Microsoft.Extensions.Logging;
using Simphonie.Channels.Mail;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Simulators.Amo.Answering;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Amo.Doors;

/// <summary>
/// Files come as mails in a mailbox, encrypted for the simulated caisse; answers leave by SMTP, encrypted for the establishment, marked test. It stands on the hub's own
/// mail channel: what that takes and sends is tested against servers and programs of others.
/// </summary>
internal sealed class MailDoor : IAmoDoor
{
    private const string Name = "amo-mail";

    private readonly AnswerQueue _queue;
    private readonly AnswerPost _post;
    private readonly IInboundChannel _mailbox;
    private readonly TimeProvider _time;

    /// <summary>Throws <see cref="ChannelStartException"/> when a profile, key or certificate cannot be read.</summary>
    public MailDoor(AmoMailOptions options, AmoDesk desk, ILoggerFactory logs, TimeProvider time)
    {
        _time = time;
        _queue = new AnswerQueue(options.Folder, time);
        var kind = new MailChannelKind();
        var services = SimulatorServices.Of(Name, new DoorIntake(desk, _queue), logs, time) with { Schemas = MailProfiles.Load(options) };
        _mailbox = kind.CreateInbound(options.Settings.Mailbox, services);
        IEndpoint Endpoint(string profile) => kind.CreateEndpoint(WithProfile(options.Settings.Answers, profile), services);
        _post = new AnswerPost(options.Folder, Endpoint(MailProfiles.Acknowledgement), Endpoint(MailProfiles.Return), logs.CreateLogger("Simphonie.Simulators.Amo"), time);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        AmoFolders.Make(_queue.Create, _post.Create);
        await _mailbox.StartAsync(cancellationToken);
    }

    public Task AnswerAsync(CancellationToken cancellationToken)
    {
        _queue.Release();
        return _post.SendAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), _time);
        await _mailbox.StopAsync(limit.Token);
        await _mailbox.DisposeAsync();
        await _post.DisposeAsync();
    }

    private static ChannelSettings WithProfile(ChannelSettings settings, string profile)
    {
        var own = settings.Own with { Entries = [.. settings.Own.Entries, new("profile", new Setting.Scalar(profile, settings.Own.Place))], KeyPlaces = [] };
        return settings with { Own = own };
    }
}
