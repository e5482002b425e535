using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>
/// Checks a signed assertion: one signature by a trusted certificate over exactly this assertion, issuer equal to the certificate's subject where
/// the form says so, IssueInstant recent. The element's canonical form counts its namespaces from above, so it is checked inside its envelope.
/// </summary>
public sealed class AssertionVerifier(SoapProfile profile, X509Certificate2Collection authorities, TimeProvider time)
{
    /// <summary>The signer's verdict: null findings mean trusted.</summary>
    /// <param name="assertion">The element, inside its document.</param>
    public AssertionVerdict Verify(XmlElement assertion)
    {
        var issued = IssuedAt(assertion);
        if (issued is null)
        {
            return Refused("The assertion has no IssueInstant, or another version than 2.0.");
        }

        var signatures = assertion.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == "Signature" && child.NamespaceURI == SoapNames.Signature).ToList();
        if (signatures is not [var signature])
        {
            return Refused("The assertion does not have exactly one signature of its own.");
        }

        try
        {
            return VerifySignature(assertion, signature, issued.Value);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or XmlException)
        {
            return Refused("The signature cannot be read.");
        }
    }

    /// <summary>True while an assertion issued then may be used.</summary>
    public bool IsRecent(DateTimeOffset issued)
    {
        var age = time.GetUtcNow() - issued;
        return age <= profile.Assertion.Lifetime && age >= -profile.Assertion.Ahead;
    }

    private AssertionVerdict VerifySignature(XmlElement assertion, XmlElement signature, DateTimeOffset issued)
    {
        var signed = new AssertionSignedXml(assertion);
        signed.LoadXml(signature);
        if (!HasAllowedForm(signed, assertion.GetAttribute("ID")))
        {
            return Refused("The signature is not enveloped, exclusive canonical, RSA-SHA256 and over this assertion alone.");
        }

        var certificates = signed.KeyInfo.OfType<KeyInfoX509Data>().SelectMany(data => data.Certificates?.Cast<X509Certificate2>() ?? []).ToList();
        if (certificates is not [var certificate, ..])
        {
            return Refused("The signature carries no certificate.");
        }

        using var key = certificate.GetRSAPublicKey();
        if (key is null || !signed.CheckSignature(key))
        {
            return Refused("The signature does not fit the assertion.");
        }

        if (!IsTrusted(certificate, certificates))
        {
            return Refused("The signing certificate does not come from a trusted authority, or is not valid now.");
        }

        if (profile.Authentication != SoapAuthentication.Structure && !IssuerIs(assertion, certificate))
        {
            return Refused("The issuer is not the subject of the signing certificate.");
        }

        return IsRecent(issued)
            ? new AssertionVerdict(null, issued, new DateTimeOffset(certificate.NotAfter))
            : Refused("The assertion is too old, or dates from the future.");
    }

    private static bool HasAllowedForm(SignedXml signed, string id)
    {
        if (signed.SignedInfo is not { } info || info.References.Count != 1 || info.References[0] is not Reference reference || id.Length == 0)
        {
            return false;
        }

        var transforms = Enumerable.Range(0, reference.TransformChain.Count).Select(i => reference.TransformChain[i].Algorithm).ToList();
        return reference.Uri == "#" + id
            && info.SignatureMethod == SignedXml.XmlDsigRSASHA256Url
            && info.CanonicalizationMethod == SignedXml.XmlDsigExcC14NTransformUrl
            && reference.DigestMethod == SignedXml.XmlDsigSHA256Url
            && transforms is [SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl];
    }

    private bool IsTrusted(X509Certificate2 certificate, List<X509Certificate2> sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(sent.Skip(1).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }

    /// <summary>Compared as distinguished names: each stack spells them its own way.</summary>
    private static bool IssuerIs(XmlElement assertion, X509Certificate2 certificate)
    {
        var issuer = assertion.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == "Issuer")?.InnerText.Trim();
        return issuer is not null && Parts(issuer).SetEquals(Parts(certificate.SubjectName.Decode(X500DistinguishedNameFlags.UseUTF8Encoding | X500DistinguishedNameFlags.DoNotUseQuotes)));
    }

    private static HashSet<string> Parts(string name) =>
        [.. name.Split([',', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => string.Join('=', part.Split('=', 2, StringSplitOptions.TrimEntries)).ToUpperInvariant())];

    private static DateTimeOffset? IssuedAt(XmlElement assertion) =>
        assertion.GetAttribute("Version") == "2.0"
        && DateTimeOffset.TryParse(assertion.GetAttribute("IssueInstant"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var issued) ? issued : null;

    private static AssertionVerdict Refused(string text) => new(Diagnostic.Of(SoapCodes.AssertionRefused, Place.InMessage("/Envelope/Header/Security/Assertion"), text), default, default);
}

/// <summary>The verdict on an assertion.</summary>
/// <param name="Refusal">Null when it is trusted.</param>
/// <param name="IssuedAt">Its IssueInstant.</param>
/// <param name="CertificateEnds">End of the signing certificate.</param>
public sealed record AssertionVerdict(Diagnostic? Refusal, DateTimeOffset IssuedAt, DateTimeOffset CertificateEnds);
