using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Mail.Pop3;
using Simphonie.Channels.Shared;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mail;

/// <summary>
/// Reads a mailbox by POP3: each mail is opened, its file handed to intake, and only after the commit deleted. What cannot be opened is kept whole
/// as refused. A mail that comes again after a crash is known by its content; one whose deletion did not count, by its id in the mailbox.
/// </summary>
internal sealed class MailInbound : IInboundChannel
{
    /// <summary>A mail is larger than its file: base64 twice, headers.</summary>
    private const int MailOfFile = 2;

    private readonly MailInboundSettings _settings;
    private readonly MailOpener _opener;
    private readonly IIntake _intake;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private Task _reading = Task.CompletedTask;

    public MailInbound(MailInboundSettings settings, IIntake intake, TimeProvider time, ILoggerFactory logs)
    {
        _settings = settings;
        _opener = new MailOpener(settings);
        _intake = intake;
        _time = time;
        _log = logs.CreateLogger("Simphonie.Mail");
    }

    public string Name => _settings.Name;

    /// <summary>Begins to look; a server that is down at start is tried again at the next look.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _reading = Task.Run(ReadAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        foreach (var key in _settings.Keys)
        {
            key.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync();
            }
            catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException or Pop3Exception or OperationCanceledException)
            {
                if (!_stopping.IsCancellationRequested)
                {
                    MailLog.MailboxFailed(_log, Name, exception.GetType().Name);
                }
            }

            await Task.Delay(_settings.Poll, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One session: every mail of the mailbox once.</summary>
    internal async Task LookAsync()
    {
        using var session = new Pop3Session(_settings.Server);
        using var limit = new CancellationTokenSource();
        await session.OpenAsync(Patience(limit));
        var mails = await session.ListAsync(Patience(limit));
        _kept.IntersectWith(mails.Select(static mail => mail.Uid));
        _left.IntersectWith(mails.Select(static mail => mail.Uid));
        foreach (var (number, uid) in mails)
        {
            if (_stopping.IsCancellationRequested || !await TakeAsync(session, number, uid, limit))
            {
                break;
            }
        }

        await session.QuitAsync(Patience(limit));
    }

    /// <summary>False when the hub cannot take it now: it stays, and so do those behind it.</summary>
    private async Task<bool> TakeAsync(Pop3Session session, int number, string uid, CancellationTokenSource limit)
    {
        if (_left.Contains(uid))
        {
            return true;
        }

        if (!_kept.Contains(uid))
        {
            var (mail, tooLarge) = await session.RetrieveAsync(number, MailOfFile * _settings.MessageBytes, Patience(limit));
            var opened = tooLarge ? new OpenedMail(MailCodes.TooLarge) : _opener.Open(mail);
            if (opened.IsOfOtherFlow && _settings.LeaveOthers)
            {
                _left.Add(uid);
                return true;
            }

            try
            {
                if ((await _intake.ReceiveAsync(Message(mail, opened), CancellationToken.None)).Disposition == IntakeDisposition.Overloaded)
                {
                    return false;
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                MailLog.NotKept(_log, Name, exception.GetType().Name);
                return false;
            }

            _kept.Add(uid);
        }

        await session.DeleteAsync(number, Patience(limit));
        return true;
    }

    private InboundMessage Message(ReadOnlyMemory<byte> mail, OpenedMail opened)
    {
        var bytes = opened.Fault is null ? opened.File : mail;
        if (opened.Fault is { } fault)
        {
            MailLog.Refused(_log, Name, fault.Id);
        }

        var message = new InboundMessage
        {
            Channel = Name,
            Body = bytes,
            DuplicateKey = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            Inspector = opened.Fault is null ? null : new UnreadableInspector(opened.Fault),
        };
        return bytes.Length > Core.Messages.Payload.InlineLimit
            ? message with { Body = default, Stream = new MemoryStream(bytes.ToArray(), writable: false) }
            : message;
    }

    /// <summary>The next command has its own time. Stopping does not end it: a mail that the journal has is deleted, so that it does not come again.</summary>
    private CancellationToken Patience(CancellationTokenSource limit)
    {
        limit.CancelAfter(_settings.Server.Patience);
        return limit.Token;
    }
}
