using Simphonie.Channels.Soap.Assertions;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Channels.Soap.Service;

/// <summary>The checks of a call against its profile, in order: who, what for, about whom, valid. The first that fails is the fault.</summary>
internal sealed class RequestChecks(SoapProfile profile, SoapServiceOptions options)
{
    /// <summary>A URI of a message's identity; it is a key of the journal and comes back in every fault.</summary>
    private const int LongestMessageId = 512;

    private readonly AssertionGate? _gate = profile.Authentication >= SoapAuthentication.Ps
        ? new AssertionGate(new AssertionVerifier(profile, options.Authorities, options.Time), options.Time)
        : null;

    private static readonly (string Space, string Name)[] Understood =
    [
        (SoapNames.Security, "Security"),
        (SoapNames.ContextBam, "ContexteBAM"),
        (SoapNames.ContextLps, "ContexteLPS"),
    ];

    /// <summary>True when the connection alone says who calls, or nobody asks: of such callers even what cannot be read is kept.</summary>
    public bool IsKnown(bool hasClientCertificate) =>
        profile.Authentication == SoapAuthentication.None || (profile.Authentication == SoapAuthentication.MutualTls && (hasClientCertificate || options.AllowPlain));

    /// <summary>The MessageID; null for none, and for what is too long to be one.</summary>
    public static string? IdentityOf(SoapEnvelope envelope) => envelope.MessageId is { Length: <= LongestMessageId } id ? id : null;

    /// <summary>Null when the call may go to its handler.</summary>
    /// <param name="envelope">The call.</param>
    /// <param name="hasClientCertificate">The connection has one that was checked.</param>
    /// <param name="operation">The operation of the body; null for none.</param>
    /// <param name="contradicted">The HTTP header names another action.</param>
    public SoapRefusal? Check(SoapEnvelope envelope, bool hasClientCertificate, SoapOperation? operation, bool contradicted)
    {
        var messageId = IdentityOf(envelope);
        if (_gate is null ? !IsKnown(hasClientCertificate) : _gate.Check(envelope) is not null)
        {
            return new(SoapFaults.NotAuthenticated(messageId), null);
        }

        if (!UnderstandsAll(envelope))
        {
            return Refused(SoapFaults.NotUnderstood(), "/Envelope/Header", "A header block that must be understood is not known.");
        }

        if (operation is null)
        {
            return Refused(SoapFaults.UnknownOperation(messageId), "/Envelope/Body", "The body is the request of no operation.");
        }

        return contradicted || !IsAddressed(envelope, operation, messageId) ? Refused(SoapFaults.BadAddressing(messageId), "/Envelope/Header", "The action or the MessageID is missing or wrong.")
            : Contexts(envelope, messageId) is { } context ? Refused(context, "/Envelope/Header", "A context is missing or has another version.")
            : Body(envelope, messageId);
    }

    private static SoapRefusal Refused(SoapFault fault, string path, string why) =>
        new(fault, Diagnostic.Of(SoapCodes.ServiceNotCallable, Place.InMessage(path), why));

    private bool IsAddressed(SoapEnvelope envelope, SoapOperation operation, string? messageId) =>
        messageId == envelope.MessageId
        && (!profile.Headers.Contains(HeaderBlock.Addressing) || (!string.IsNullOrEmpty(messageId) && envelope.Action == operation.Action));

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

    private SoapRefusal? Body(SoapEnvelope envelope, string? messageId)
    {
        if (profile.Schema is null)
        {
            return null;
        }

        var findings = new DiagnosticBag();
        profile.Schema.Validate(envelope.Message, envelope.Content, findings);
        return findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } first ? new(SoapFaults.Invalid(messageId, first), first) : null;
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
