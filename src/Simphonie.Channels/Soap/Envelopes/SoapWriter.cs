using System.Buffers;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Envelopes;

/// <summary>Writes envelopes as bytes.</summary>
public static class SoapWriter
{
    /// <summary>Begins an envelope: up to and with <c>&lt;soap:Header&gt;</c>, or with <c>&lt;soap:Body&gt;</c> when there is no header.</summary>
    internal static Utf8XmlWriter Begin(IBufferWriter<byte> output, SoapVersion version, bool header)
    {
        var writer = new Utf8XmlWriter(output);
        writer.OpenTag("soap:Envelope");
        writer.Attribute("xmlns:soap", version.Envelope);
        writer.EndTag();
        if (header)
        {
            writer.Start("soap:Header");
        }

        return writer;
    }

    /// <summary>Ends it after the header: body, content, end.</summary>
    internal static void End(Utf8XmlWriter writer, bool header, ReadOnlySpan<byte> content)
    {
        if (header)
        {
            writer.End("soap:Header");
        }

        writer.Start("soap:Body");
        writer.Raw(content);
        writer.End("soap:Body");
        writer.End("soap:Envelope");
    }

    /// <summary>An answer: its action and the message it relates to when they are to be echoed, and the body's content.</summary>
    public static ReadOnlyMemory<byte> Answer(SoapVersion version, string? action, string? relatesTo, ReadOnlySpan<byte> content)
    {
        var output = new ArrayBufferWriter<byte>(content.Length + 600);
        var header = action is not null || relatesTo is not null;
        var writer = Begin(output, version, header);
        if (action is not null)
        {
            Addressing(writer, "Action", action);
        }

        if (relatesTo is not null)
        {
            Addressing(writer, "RelatesTo", relatesTo);
        }

        End(writer, header, content);
        return output.WrittenMemory;
    }

    /// <summary>A fault in the version of its request.</summary>
    public static ReadOnlyMemory<byte> Fault(SoapVersion version, SoapFault fault)
    {
        var content = new ArrayBufferWriter<byte>(800);
        var writer = new Utf8XmlWriter(content);
        writer.Start("soap:Fault");
        if (version == SoapVersion.V12)
        {
            Write12(writer, fault);
        }
        else
        {
            Write11(writer, fault);
        }

        writer.End("soap:Fault");
        return Answer(version, null, null, content.WrittenSpan);
    }

    internal static void Addressing(Utf8XmlWriter writer, string name, string value)
    {
        writer.OpenTag("wsa:" + name);
        writer.Attribute("xmlns:wsa", SoapNames.Addressing);
        writer.EndTag();
        writer.Text(value);
        writer.End("wsa:" + name);
    }

    private static void Write12(Utf8XmlWriter writer, SoapFault fault)
    {
        writer.Start("soap:Code");
        writer.Element("soap:Value", "soap:" + fault.Code);
        if (fault.Subcode is not null)
        {
            writer.Start("soap:Subcode");
            writer.Element("soap:Value", "soap:" + fault.Subcode);
            writer.End("soap:Subcode");
        }

        writer.End("soap:Code");
        writer.Start("soap:Reason");
        writer.OpenTag("soap:Text");
        writer.Attribute("xml:lang", "fr");
        writer.EndTag();
        writer.Text(fault.Reason);
        writer.End("soap:Text");
        writer.End("soap:Reason");
        WriteDetail(writer, "soap:Detail", fault.Error);
    }

    private static void Write11(Utf8XmlWriter writer, SoapFault fault)
    {
        var code = fault.Code switch { "Sender" => "Client", "Receiver" => "Server", var other => other };
        writer.Element("faultcode", fault.Subcode is null ? $"soap:{code}" : $"soap:{code}.{fault.Subcode}");
        writer.Element("faultstring", fault.Reason);
        WriteDetail(writer, "detail", fault.Error);
    }

    private static void WriteDetail(Utf8XmlWriter writer, string name, SiramError? error)
    {
        if (error is null)
        {
            return;
        }

        writer.Start(name);
        writer.OpenTag("siram:Erreur");
        writer.Attribute("xmlns:siram", SoapNames.Siram);
        writer.Attribute("code", error.Code);
        writer.Attribute("severite", error.Severity);
        if (error.MessageId is not null)
        {
            writer.Attribute("messageID", error.MessageId);
        }

        writer.EndTag();
        writer.Text(error.Text);
        writer.End("siram:Erreur");
        writer.End(name);
    }
}
