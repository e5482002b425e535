using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Mail;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Tests.Contracts;
using Simphonie.Contracts.Channels;
using Simphonie.Contracts.Endpoints;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>Mail as an endpoint. Without an envelope: its key is random, so that freezing again would give other bytes.</summary>
public sealed class The_mail_endpoint : EndpointContract
{
    protected override IEndpointRig Create()
    {
        var peer = new BreakingPeer(SmtpWire.ReadAsync, _ => "250 2.0.0 taken\r\n"u8.ToArray(), tls: null);
        return new PeerRig(peer, MailParts.Endpoint(MailParts.Plain(peer.Port), MailParts.Profile() with { Cipher = EnvelopeCipher.None }), MailParts.Payload);
    }
}

/// <summary>A mailbox as an inbound channel.</summary>
public sealed class The_mailbox : InboundContract
{
    protected override IInboundRig Create(IIntake intake) => new Rig((ScriptedIntake)intake);

    /// <summary>A sender who looks into the mailbox: a mail that is gone was received or refused, as the intake said; one that stays will be read again.</summary>
    private sealed class Rig : IInboundRig
    {
        private readonly Pop3Box _box = new();
        private readonly ScriptedIntake _intake;

        public Rig(ScriptedIntake intake)
        {
            _intake = intake;
            Channel = new MailInbound(MailParts.Mailbox(MailParts.Plain(_box.Port, "x")), intake, TimeProvider.System, NullLoggerFactory.Instance);
        }

        public IInboundChannel Channel { get; }

        public byte[] Body { get; } = "NOEMIE"u8.ToArray();

        public SenderState Now => _box.Count > 0 || _intake.Received.Count == 0 ? SenderState.Waiting
            : _intake.Disposition is IntakeDisposition.Accepted or IntakeDisposition.Duplicate ? SenderState.Acknowledged : SenderState.Refused;

        public Task SendAsync(byte[] body, CancellationToken cancellationToken)
        {
            _box.Put([.. "Content-Type: application/EDI-consent\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8, .. System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(body)), .. "\r\n"u8]);
            return Task.CompletedTask;
        }

        public async Task<SenderState> StateAsync(CancellationToken cancellationToken)
        {
            while (Now == SenderState.Waiting)
            {
                if (_intake.Received.Count >= 2)
                {
                    return SenderState.ToSendAgain;
                }

                await _box.NextSessionAsync().WaitAsync(cancellationToken);
            }

            return Now;
        }

        public async ValueTask DisposeAsync()
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await Channel.StopAsync(stop.Token);
            await Channel.DisposeAsync();
            await _box.DisposeAsync();
        }
    }
}
