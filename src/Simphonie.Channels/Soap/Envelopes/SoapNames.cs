namespace Simphonie.Channels.Soap.Envelopes;

/// <summary>Namespaces of the envelopes: W3C, OASIS, and the public ones of the AMO teleservices.</summary>
internal static class SoapNames
{
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string ContextBam = "urn:siram:bam:ctxbam";
    public const string ContextLps = "urn:siram:lps:ctxlps";
    public const string Siram = "urn:siram";
}
