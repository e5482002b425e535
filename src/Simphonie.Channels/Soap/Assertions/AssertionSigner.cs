using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Simphonie.Channels.Soap.Envelopes;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>
/// Signs an assertion: enveloped, exclusive canonicalisation, RSA-SHA256, one reference to its ID, the certificate in KeyInfo.
/// The signature is put right after Issuer as text, so that nothing else of the assertion changes.
/// </summary>
internal static class AssertionSigner
{
    /// <param name="assertion">The unsigned assertion; its root has <paramref name="id"/> as ID.</param>
    /// <param name="id">Value of the attribute ID.</param>
    /// <param name="certificate">With an RSA key.</param>
    public static ReadOnlyMemory<byte> Sign(string assertion, string id, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The signing certificate has no RSA key.");
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(assertion);
        var signed = new AssertionSignedXml(document.DocumentElement!) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("#" + id) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();
        var at = assertion.IndexOf("</Issuer>", StringComparison.Ordinal) + "</Issuer>".Length;
        return Encoding.UTF8.GetBytes(string.Concat(assertion.AsSpan(0, at), signed.GetXml().OuterXml, assertion.AsSpan(at)));
    }
}

/// <summary>Resolves the one reference to the assertion itself and to nothing else, so that a signature cannot speak of another element.</summary>
internal sealed class AssertionSignedXml(XmlElement assertion) : SignedXml(assertion)
{
    private readonly XmlElement _assertion = assertion;

    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
        _assertion.NamespaceURI == SoapNames.Assertion && _assertion.GetAttribute("ID") == idValue ? _assertion : null;
}
