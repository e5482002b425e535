using Simphonie.Channels.Soap.Profiles;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>What an assertion says, before it is signed.</summary>
public sealed record AssertionRequest
{
    public required SoapAuthentication Kind { get; init; }

    /// <summary>Text of Issuer: the certificate's subject, or the entity id of a structure's convention.</summary>
    public required string Issuer { get; init; }

    /// <summary>Text of NameID.</summary>
    public required string Subject { get; init; }

    /// <summary>NameQualifier of a PS assertion.</summary>
    public string? Qualifier { get; init; }

    /// <summary>Structure: entity id of the service.</summary>
    public string? Recipient { get; init; }

    /// <summary>Structure: URI of the service.</summary>
    public string? Audience { get; init; }

    /// <summary>Class of the authentication context.</summary>
    public string Method { get; init; } = "urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient";

    /// <summary>Attributes in order; a value that begins with <c>&lt;</c> is XML (the coded roles of a VIHF), any other is text.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Attributes { get; init; } = [];
}
