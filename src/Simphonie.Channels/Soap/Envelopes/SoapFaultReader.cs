using Simphonie.Core.Documents;

namespace Simphonie.Channels.Soap.Envelopes;

/// <summary>Reads a fault of either version, tolerantly: what is absent is empty.</summary>
public static class SoapFaultReader
{
    /// <summary>The fault of an envelope whose body is one; null otherwise.</summary>
    public static SoapFault? Read(SoapEnvelope envelope) => !envelope.IsFault ? null
        : envelope.Version == SoapVersion.V12 ? Read12(envelope) : Read11(envelope);

    private static SoapFault Read12(SoapEnvelope envelope) => new(
        Local(Text(envelope, "Code/Value")) ?? "",
        Local(Text(envelope, "Code/Subcode/Value")),
        Text(envelope, "Reason/Text") ?? "",
        Error(envelope, "Detail/Erreur"));

    /// <summary>SOAP 1.1 has no subcode: it follows the code after a dot, <c>Client.siram_40</c>.</summary>
    private static SoapFault Read11(SoapEnvelope envelope)
    {
        var code = Local(Text(envelope, "faultcode")) ?? "";
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        var main = dot < 0 ? code : code[..dot];
        return new(
            main switch { "Client" => "Sender", "Server" => "Receiver", _ => main },
            dot < 0 ? null : code[(dot + 1)..],
            Text(envelope, "faultstring") ?? "",
            Error(envelope, "detail/Erreur"));
    }

    private static SiramError? Error(SoapEnvelope envelope, string path)
    {
        var message = envelope.Message;
        if (!message.TryFindPath(envelope.Content, path, out var found) || message.NamespaceOf(found) != SoapNames.Siram)
        {
            return null;
        }

        return new SiramError(Attribute(envelope, found, "@code") ?? "", Attribute(envelope, found, "@severite") ?? "", Attribute(envelope, found, "@messageID"), message.ValueOf(found).Text);
    }

    private static string? Attribute(SoapEnvelope envelope, long element, string name)
    {
        var found = new List<Node>();
        envelope.Message.AppendChildren(element, name, found);
        return found.Count == 0 ? null : found[0].Value.Text;
    }

    private static string? Text(SoapEnvelope envelope, string path) =>
        envelope.Message.TryFindPath(envelope.Content, path, out var found) ? envelope.Message.ValueOf(found).Text.Trim() : null;

    private static string? Local(string? name) => name?[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
