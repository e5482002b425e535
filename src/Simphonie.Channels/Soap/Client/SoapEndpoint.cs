using Simphonie.Channels.Soap.Assertions;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Client;

/// <summary>A SOAP service that the hub calls.</summary>
internal sealed class SoapEndpoint(string name, EndpointCapabilities capabilities, SoapProfile profile, EnvelopeFreezer freezer, IAssertionSource? assertions, SoapCall call) : IEndpoint
{
    private readonly AnswerReading _answers = new(profile);

    public string Name => name;

    public EndpointCapabilities Capabilities => capabilities;

    public FrozenDelivery Freeze(FreezeRequest request) => freezer.Freeze(request);

    public async ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = request.Body.Lease();
        var envelope = SoapEnvelope.Read(lease.Memory, XmlLimits.Default);
        if (envelope is null || envelope.Content < 0)
        {
            return Rejected(SoapCodes.RequestUnreadable, Place.Whole, "The frozen bytes are no envelope with one element in its body.");
        }

        if (Check(envelope) is { } invalid)
        {
            return invalid;
        }

        var bytes = lease.Memory;
        if (assertions is not null)
        {
            if (assertions.Get() is not { } assertion)
            {
                return new DeliveryOutcome.Unavailable(Diagnostic.Of(SoapCodes.AssertionUnavailable, Place.Whole, "No valid assertion can be had."), EndpointDown: true);
            }

            bytes = SecurityHeader.Insert(envelope, profile, assertion);
        }

        var operation = profile.OperationOf(envelope.Message.NameOf(envelope.Content));
        var reply = await call.SendAsync(bytes, profile.Version, operation?.Action, request.Timeout, cancellationToken);
        return reply.Failure ?? _answers.Decide(reply.Status, reply.RetryAfter, reply.Body, operation, request.PeerIdentity);
    }

    public ValueTask DisposeAsync()
    {
        call.Dispose();
        assertions?.Dispose();
        return ValueTask.CompletedTask;
    }

    private DeliveryOutcome.Rejected? Check(SoapEnvelope envelope)
    {
        if (profile.Schema is null)
        {
            return null;
        }

        var findings = new DiagnosticBag();
        profile.Schema.Validate(envelope.Message, envelope.Content, findings);
        return findings.HasErrors
            ? Rejected(SoapCodes.RequestInvalid, findings[0].Place, $"{findings.Count} finding(s), the first {findings[0].Code}: {findings[0].Text}")
            : null;
    }

    private static DeliveryOutcome.Rejected Rejected(DiagnosticCode code, Place place, string text) => new(Diagnostic.Of(code, place, text), null);
}
