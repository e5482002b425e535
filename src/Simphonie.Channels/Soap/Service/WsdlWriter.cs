using System.Buffers;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Service;

/// <summary>Writes the WSDL 1.1 of a profile: document/literal, the XSD inline, one port for each SOAP version, actions of WS-Addressing.</summary>
internal static class WsdlWriter
{
    private const string Soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    private const string Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private const string Http = "http://schemas.xmlsoap.org/soap/http";

    public static ReadOnlyMemory<byte> Write(SoapProfile profile, string address)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        var writer = new Utf8XmlWriter(output);
        var space = profile.Schema?.TargetNamespace ?? "";
        Tag(writer, "wsdl:definitions", ("xmlns:wsdl", "http://schemas.xmlsoap.org/wsdl/"), ("xmlns:soap11", Soap11), ("xmlns:soap12", Soap12),
            ("xmlns:wsam", "http://www.w3.org/2007/05/addressing/metadata"), ("xmlns:t", space), ("targetNamespace", space), ("name", profile.Service));
        writer.Element("wsdl:documentation", Status(profile));
        WriteTypes(writer, profile);
        foreach (var operation in profile.Operations)
        {
            Message(writer, operation.Request);
            Message(writer, operation.Response);
        }

        WritePortType(writer, profile);
        WriteBinding(writer, profile, "soap12", "Soap12");
        WriteBinding(writer, profile, "soap11", "Soap11");
        Tag(writer, "wsdl:service", ("name", profile.Service));
        WritePort(writer, profile, "soap12", "Soap12", address);
        WritePort(writer, profile, "soap11", "Soap11", address);
        writer.End("wsdl:service");
        writer.End("wsdl:definitions");
        return output.WrittenMemory;
    }

    private static string Status(SoapProfile profile) => profile.Header.Status == SchemaStatus.HubProfile
        ? $"Profil du hub, non normatif / hub profile, non-normative: {profile.Header.Id}@{profile.Header.Version}. {profile.Header.Source}."
        : $"{profile.Header.Id}@{profile.Header.Version}. {profile.Header.Source}.";

    private static void WriteTypes(Utf8XmlWriter writer, SoapProfile profile)
    {
        writer.Start("wsdl:types");
        if (profile.Schema is { } schema)
        {
            var message = XmlMessage.Read(schema.Source, null, XmlLimits.Default);
            writer.Raw(XmlFragment.Extract(message, message.Root.Handle).Span);
        }

        writer.End("wsdl:types");
    }

    private static void Message(Utf8XmlWriter writer, string element)
    {
        Tag(writer, "wsdl:message", ("name", element));
        Empty(writer, "wsdl:part", ("name", "parameters"), ("element", "t:" + element));
        writer.End("wsdl:message");
    }

    private static void WritePortType(Utf8XmlWriter writer, SoapProfile profile)
    {
        Tag(writer, "wsdl:portType", ("name", profile.Service + "PortType"));
        foreach (var operation in profile.Operations)
        {
            Tag(writer, "wsdl:operation", ("name", operation.Name));
            Empty(writer, "wsdl:input", ("message", "t:" + operation.Request), ("wsam:Action", operation.Action));
            Empty(writer, "wsdl:output", ("message", "t:" + operation.Response), ("wsam:Action", operation.Action + "Response"));
            writer.End("wsdl:operation");
        }

        writer.End("wsdl:portType");
    }

    private static void WriteBinding(Utf8XmlWriter writer, SoapProfile profile, string prefix, string suffix)
    {
        Tag(writer, "wsdl:binding", ("name", profile.Service + suffix), ("type", $"t:{profile.Service}PortType"));
        Empty(writer, prefix + ":binding", ("style", "document"), ("transport", Http));
        foreach (var operation in profile.Operations)
        {
            Tag(writer, "wsdl:operation", ("name", operation.Name));
            Empty(writer, prefix + ":operation", ("soapAction", operation.Action), ("style", "document"));
            foreach (var side in (ReadOnlySpan<string>)["wsdl:input", "wsdl:output"])
            {
                writer.Start(side);
                Empty(writer, prefix + ":body", ("use", "literal"));
                writer.End(side);
            }

            writer.End("wsdl:operation");
        }

        writer.End("wsdl:binding");
    }

    private static void WritePort(Utf8XmlWriter writer, SoapProfile profile, string prefix, string suffix, string address)
    {
        Tag(writer, "wsdl:port", ("name", profile.Service + suffix + "Port"), ("binding", $"t:{profile.Service}{suffix}"));
        Empty(writer, prefix + ":address", ("location", address));
        writer.End("wsdl:port");
    }

    private static void Tag(Utf8XmlWriter writer, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(writer, name, attributes);
        writer.EndTag();
    }

    private static void Empty(Utf8XmlWriter writer, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(writer, name, attributes);
        writer.EmptyTag();
    }

    private static void Open(Utf8XmlWriter writer, string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.OpenTag(name);
        foreach (var (attribute, value) in attributes)
        {
            writer.Attribute(attribute, value);
        }
    }
}
