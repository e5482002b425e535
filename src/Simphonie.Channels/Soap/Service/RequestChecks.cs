using Simphonie.Channels.Soap.Assertions;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Channels.Soap.Service;

/// <summary>The checks of a call against its profile, in order: who, what for, about whom, valid. The first that fails is the fault.</summary>
internal sealed class RequestChecks(SoapProfile profile, SoapServiceOptions options)
{
    private readonly AssertionGate? _gate = profile.Authentication >= SoapAuthentication.Ps
        ? new AssertionGate(new AssertionVerifier(profile, options.Authorities, options.Time), options.Time)
        : null;

    private static readonly (string Space, string Name)[] Understood =
    [
        (SoapNames.Security, "Security"),
        (SoapNames.ContextBam, "ContexteBAM"),
        (SoapNames.ContextLps, "ContexteLPS"),
    ];

    public SoapFault? Check(SoapEnvelope envelope, bool hasClientCertificate, SoapOperation? operation)
    {
        var messageId = envelope.MessageId;
        if (!UnderstandsAll(envelope))
        {
            return SoapFaults.NotUnderstood();
        }

        if ((profile.Authentication == SoapAuthentication.MutualTls && !hasClientCertificate && !options.AllowPlain) || _gate?.Check(envelope) is not null)
        {
            return SoapFaults.NotAuthenticated(messageId);
        }

        return operation is null ? SoapFaults.UnknownOperation(messageId)
            : Addressing(envelope, operation, messageId) ?? Contexts(envelope, messageId) ?? Body(envelope, messageId);
    }

    private SoapFault? Addressing(SoapEnvelope envelope, SoapOperation operation, string? messageId) =>
        profile.Headers.Contains(HeaderBlock.Addressing) && (string.IsNullOrEmpty(messageId) || envelope.Action != operation.Action)
            ? SoapFaults.BadAddressing(messageId)
            : null;

    private SoapFault? Contexts(SoapEnvelope envelope, string? messageId)
    {
        if (profile.Headers.Contains(HeaderBlock.Bam) && profile.Bam is { } bam && !HasContext(envelope, SoapNames.ContextBam, "ContexteBAM", bam.Version, "COUVERTURE"))
        {
            return SoapFaults.BadContext(messageId, "BAM");
        }

        return profile.Headers.Contains(HeaderBlock.Lps) && profile.Lps is { } lps && !HasContext(envelope, SoapNames.ContextLps, "ContexteLPS", lps.Version, null)
            ? SoapFaults.BadContext(messageId, "LPS")
            : null;
    }

    private static bool HasContext(SoapEnvelope envelope, string space, string name, string version, string? required)
    {
        var message = envelope.Message;
        if (!envelope.TryFindBlock(space, name, out var block) || !message.TryFindChild(block, space, "Id", out _) || !message.TryFindChild(block, space, "Temps", out _))
        {
            return false;
        }

        var found = new List<Node>();
        message.AppendChildren(block, "@Version", found);
        return found is [var attribute] && attribute.Value.Text == version && (required is null || message.TryFindChild(block, space, required, out _));
    }

    private SoapFault? Body(SoapEnvelope envelope, string? messageId)
    {
        if (profile.Schema is null)
        {
            return null;
        }

        var findings = new DiagnosticBag();
        profile.Schema.Validate(envelope.Message, envelope.Content, findings);
        return findings.HasErrors ? SoapFaults.Invalid(messageId, findings[0].Place.Path ?? "/") : null;
    }

    private static bool UnderstandsAll(SoapEnvelope envelope)
    {
        foreach (var block in envelope.Blocks)
        {
            var space = envelope.Message.NamespaceOf(block);
            if (space != SoapNames.Addressing && !Understood.Any(known => envelope.Is(block, known.Space, known.Name)) && MustUnderstand(envelope, block))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MustUnderstand(SoapEnvelope envelope, long block)
    {
        var found = new List<Node>();
        envelope.Message.AppendChildren(block, "@mustUnderstand", found);
        return found.Any(node => node.Value.Text is "1" or "true" && envelope.Message.NamespaceOf(node.Handle) == envelope.Version.Envelope);
    }
}
