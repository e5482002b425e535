using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Simphonie.Channels.Mail.Certificates;
using Simphonie.Channels.Mail.Mime;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Mail.Smtp;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Mail;

/// <summary>
/// Sends files by mail: composed and encrypted once, when the delivery is frozen, then submitted by SMTP. A connection that is lost after the
/// end of the mail began to leave gives <see cref="DeliveryOutcome.Unknown"/>; before that the server has nothing.
/// </summary>
internal sealed class MailEndpoint(MailEndpointSettings settings, ICertificateSource certificates, CertificateRules rules, TimeProvider time) : IEndpoint
{
    private readonly MailComposer _composer = new(settings.Profile, settings.World, settings.Compress);

    public string Name => settings.Name;

    public EndpointCapabilities Capabilities { get; } = new(settings.RepeatSafe, settings.InFlight, Answers: false, settings.Profile.Payload, null);

    public FrozenDelivery Freeze(FreezeRequest request)
    {
        if (_composer.Facts(request.Body.Span, request.Identity, request.Now) is not { } facts)
        {
            return FrozenDelivery.Refused(Cause(MailCodes.BodyUnreadable));
        }

        facts = facts with { To = settings.To ?? facts.To };
        var id = $"{request.Identity}@{settings.From[(settings.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
        if (settings.Profile.Cipher == EnvelopeCipher.None)
        {
            return new(id, _composer.Compose(facts, settings.From, id, request.Body.Span, null, request.Now));
        }

        var found = certificates.Find(facts.To);
        try
        {
            if (found.Failure is { } failure)
            {
                return FrozenDelivery.Refused(failure);
            }

            return rules.Choose(found.Certificates, time.GetUtcNow()) is { } certificate
                ? new(id, _composer.Compose(facts, settings.From, id, request.Body.Span, certificate, request.Now))
                : FrozenDelivery.Refused(Cause(found.Certificates.Count == 0 ? MailCodes.NoCertificate : MailCodes.CertificateUnusable));
        }
        finally
        {
            foreach (var certificate in found.Certificates)
            {
                certificate.Dispose();
            }
        }
    }

    public async ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(request.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var session = new SmtpSession(settings.Server, Hello());
        try
        {
            using var lease = request.Body.Lease();
            if (AddressOf(lease.Memory) is not { } to)
            {
                return new DeliveryOutcome.Rejected(Cause(MailCodes.BodyUnreadable), null);
            }

            await session.OpenAsync(both.Token);
            var reply = await session.SendAsync(settings.From, to, lease.Memory, both.Token);
            return await EndAsync(session, reply, both.Token);
        }
        catch (SmtpException exception)
        {
            return Refused(exception);
        }
        catch (OperationCanceledException) when (session.MayBeTaken)
        {
            return new DeliveryOutcome.Unknown(Cause(MailCodes.NoReply));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Unavailable(Cause(MailCodes.Unreachable), EndpointDown: true);
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException)
        {
            return session.MayBeTaken
                ? new DeliveryOutcome.Unknown(Cause(MailCodes.NoReply))
                : new DeliveryOutcome.Unavailable(Cause(MailCodes.Unreachable), EndpointDown: true);
        }
    }

    public ValueTask DisposeAsync()
    {
        certificates.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string? AddressOf(ReadOnlyMemory<byte> mail) => MimeHeaders.Read(mail.Span, out _)?["To"]?.Trim('<', '>', ' ');

    private static InlinePayload Answer(SmtpReply reply) =>
        new(Encoding.UTF8.GetBytes(string.Join('\n', reply.Lines.Select(line => $"{reply.Code} {line}"))));

    private static string Hello() => "[127.0.0.1]";

    private async Task<DeliveryOutcome> EndAsync(SmtpSession session, SmtpReply reply, CancellationToken cancellationToken)
    {
        if (!reply.IsPositive)
        {
            return reply.IsTransient
                ? new DeliveryOutcome.Unavailable(Cause(MailCodes.ServerBusy), EndpointDown: false, Answer: Answer(reply))
                : new DeliveryOutcome.Rejected(Cause(MailCodes.ServerRejected), Answer(reply));
        }

        try
        {
            await session.QuitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // The mail is taken: a goodbye that does not arrive changes nothing.
            return new DeliveryOutcome.Delivered(Answer(reply));
        }

        return new DeliveryOutcome.Delivered(Answer(reply));
    }

    private DeliveryOutcome Refused(SmtpException exception)
    {
        var answer = Answer(exception.Reply);
        if (exception.Phase == SmtpPhase.Login)
        {
            return new DeliveryOutcome.Unavailable(Cause(MailCodes.LoginRefused), EndpointDown: true, Answer: answer);
        }

        var ofMail = exception.Phase is SmtpPhase.Sender or SmtpPhase.Recipient or SmtpPhase.Data;
        return ofMail && !exception.Reply.IsTransient
            ? new DeliveryOutcome.Rejected(Cause(MailCodes.ServerRejected), answer)
            : new DeliveryOutcome.Unavailable(Cause(MailCodes.ServerBusy), EndpointDown: !ofMail || exception.Reply.Code == 421, Answer: answer);
    }

    private Diagnostic Cause(DiagnosticCode code) => Diagnostic.Of(code, Place.Whole, $"Endpoint {settings.Name}: {code.Title} {code.Help}");
}
