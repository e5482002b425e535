namespace Simphonie.Channels.Soap.Envelopes;

/// <summary>SOAP 1.1 (W3C note of 2000) or 1.2 (recommendation of 2007).</summary>
public sealed class SoapVersion
{
    private SoapVersion(string name, string envelope, string mediaType)
    {
        Name = name;
        Envelope = envelope;
        MediaType = mediaType;
    }

    public static SoapVersion V11 { get; } = new("1.1", "http://schemas.xmlsoap.org/soap/envelope/", "text/xml");

    public static SoapVersion V12 { get; } = new("1.2", "http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

    /// <summary><c>1.1</c> or <c>1.2</c>.</summary>
    public string Name { get; }

    /// <summary>Namespace of the envelope.</summary>
    public string Envelope { get; }

    public string MediaType { get; }

    /// <summary>The version of an envelope's namespace, null for another.</summary>
    public static SoapVersion? Of(string envelopeNamespace) =>
        envelopeNamespace == V12.Envelope ? V12 : envelopeNamespace == V11.Envelope ? V11 : null;

    /// <summary>The version named <c>1.1</c> or <c>1.2</c>, null for another.</summary>
    public static SoapVersion? Named(string? name) => name == V12.Name ? V12 : name == V11.Name ? V11 : null;

    /// <summary>Content type of a message; SOAP 1.2 carries the action in it, 1.1 in the header <c>SOAPAction</c>.</summary>
    public string ContentType(string? action) => this == V12 && action is not null
        ? $"{MediaType}; charset=utf-8; action=\"{action}\""
        : $"{MediaType}; charset=utf-8";

    public override string ToString() => Name;
}
