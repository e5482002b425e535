using System.Buffers;
using System.Globalization;
using System.Text;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>Writes unsigned SAML 2.0 assertions in the three forms of the field: PS and structure of the AMO family, VIHF.</summary>
internal static class AssertionWriter
{
    private const string SubjectNameFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";

    public static string Write(AssertionRequest request, string id, DateTimeOffset now, TimeSpan lifetime)
    {
        var output = new ArrayBufferWriter<byte>(2048);
        var writer = new Utf8XmlWriter(output);
        writer.OpenTag("Assertion");
        writer.Attribute("xmlns", SoapNames.Assertion);
        writer.Attribute("ID", id);
        writer.Attribute("IssueInstant", Instant(now));
        writer.Attribute("Version", "2.0");
        writer.EndTag();
        WriteIssuer(writer, request);
        WriteSubject(writer, request, now + lifetime);
        if (request.Kind == SoapAuthentication.Structure)
        {
            WriteConditions(writer, request, now, lifetime);
        }

        if (request.Kind != SoapAuthentication.Ps)
        {
            WriteStatement(writer, request, id, now);
        }

        WriteAttributes(writer, request);
        writer.End("Assertion");
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void WriteIssuer(Utf8XmlWriter writer, AssertionRequest request)
    {
        writer.OpenTag("Issuer");
        if (request.Kind != SoapAuthentication.Structure)
        {
            writer.Attribute("Format", SubjectNameFormat);
        }

        writer.EndTag();
        writer.Text(request.Issuer);
        writer.End("Issuer");
    }

    private static void WriteSubject(Utf8XmlWriter writer, AssertionRequest request, DateTimeOffset until)
    {
        writer.Start("Subject");
        writer.OpenTag("NameID");
        if (request.Kind == SoapAuthentication.Ps && request.Qualifier is not null)
        {
            writer.Attribute("NameQualifier", request.Qualifier);
        }

        writer.EndTag();
        writer.Text(request.Subject);
        writer.End("NameID");
        if (request.Kind == SoapAuthentication.Structure)
        {
            writer.OpenTag("SubjectConfirmation");
            writer.Attribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches");
            writer.EndTag();
            writer.OpenTag("SubjectConfirmationData");
            writer.Attribute("NotOnOrAfter", Instant(until));
            writer.Attribute("Recipient", request.Recipient ?? "");
            writer.EmptyTag();
            writer.End("SubjectConfirmation");
        }

        writer.End("Subject");
    }

    private static void WriteConditions(Utf8XmlWriter writer, AssertionRequest request, DateTimeOffset now, TimeSpan lifetime)
    {
        writer.OpenTag("Conditions");
        writer.Attribute("NotBefore", Instant(now));
        writer.Attribute("NotOnOrAfter", Instant(now + lifetime));
        writer.EndTag();
        writer.Start("AudienceRestriction");
        writer.Element("Audience", request.Audience ?? "");
        writer.End("AudienceRestriction");
        writer.End("Conditions");
    }

    private static void WriteStatement(Utf8XmlWriter writer, AssertionRequest request, string id, DateTimeOffset now)
    {
        writer.OpenTag("AuthnStatement");
        writer.Attribute("AuthnInstant", Instant(now));
        if (request.Kind == SoapAuthentication.Structure)
        {
            writer.Attribute("SessionIndex", id);
        }

        writer.EndTag();
        writer.Start("AuthnContext");
        writer.Element("AuthnContextClassRef", request.Method);
        writer.End("AuthnContext");
        writer.End("AuthnStatement");
    }

    private static void WriteAttributes(Utf8XmlWriter writer, AssertionRequest request)
    {
        if (request.Attributes.Count == 0)
        {
            return; // an empty AttributeStatement is against the SAML schema
        }

        writer.Start("AttributeStatement");
        foreach (var (name, values) in request.Attributes)
        {
            writer.OpenTag("Attribute");
            writer.Attribute("Name", name);
            writer.EndTag();
            foreach (var value in values)
            {
                writer.Start("AttributeValue");
                if (value.StartsWith('<'))
                {
                    writer.Raw(Encoding.UTF8.GetBytes(value));
                }
                else
                {
                    writer.Text(value);
                }

                writer.End("AttributeValue");
            }

            writer.End("Attribute");
        }

        writer.End("AttributeStatement");
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
