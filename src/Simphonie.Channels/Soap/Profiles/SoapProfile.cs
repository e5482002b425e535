using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Profiles;

/// <summary>
/// How one family of services speaks: envelope, operations, contexts, authentication, faults. Versioned data of <c>schemas/soap/*.profile.yaml</c>,
/// in the catalog beside schemas; it has no types of its own. Immutable.
/// </summary>
public sealed record SoapProfile : ISchema
{
    public const string FormatName = "soap";

    public required SchemaHeader Header { get; init; }

    public string Format => FormatName;

    public string RootType => "";

    /// <summary>What a client sends.</summary>
    public required SoapVersion Version { get; init; }

    /// <summary>Name of the service in its WSDL.</summary>
    public required string Service { get; init; }

    /// <summary>The XSD of the bodies; null: bodies are not validated.</summary>
    public XsdSchema? Schema { get; init; }

    public required IReadOnlyList<SoapOperation> Operations { get; init; }

    public required SoapAuthentication Authentication { get; init; }

    public AssertionRules Assertion { get; init; } = AssertionRules.Default;

    /// <summary>Header blocks in the order of writing.</summary>
    public IReadOnlyList<HeaderBlock> Headers { get; init; } = [];

    /// <summary>True: an answer carries Action and RelatesTo.</summary>
    public bool ReplyAddressing { get; init; }

    public BamRules? Bam { get; init; }

    public LpsRules? Lps { get; init; }

    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        element = default;
        return false;
    }

    public IReadOnlyList<string> ElementNames(string type) => [];

    public bool HasType(string type) => false;

    /// <summary>The operation whose request has this root, null for none.</summary>
    public SoapOperation? OperationOf(string requestRoot) => Operations.FirstOrDefault(operation => operation.Request == requestRoot);
}

/// <summary>One operation, document/literal. <paramref name="Request"/> and <paramref name="Response"/> are global elements of the profile's XSD.</summary>
public sealed record SoapOperation(string Name, string Action, string Request, string Response);

/// <summary>How a client proves who it is.</summary>
public enum SoapAuthentication
{
    /// <summary>Nothing: server-only TLS.</summary>
    None,

    /// <summary>The client certificate of the TLS connection alone (mode B of the AMO family).</summary>
    MutualTls,

    /// <summary>A signed SAML 2.0 assertion of a professional, AMO form.</summary>
    Ps,

    /// <summary>A signed SAML 2.0 assertion of a structure under a convention.</summary>
    Structure,

    /// <summary>A VIHF (DMP, ROR).</summary>
    Vihf,
}

/// <summary>Kinds of header blocks.</summary>
public enum HeaderBlock
{
    Security,
    Bam,
    Lps,
    Addressing,
}

/// <summary>Ages of assertions.</summary>
/// <param name="Lifetime">How old IssueInstant may be for a service.</param>
/// <param name="Ahead">How far it may be in the future.</param>
/// <param name="Renew">After how long a client signs a new one.</param>
public sealed record AssertionRules(TimeSpan Lifetime, TimeSpan Ahead, TimeSpan Renew)
{
    public static AssertionRules Default { get; } = new(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(50));
}

/// <summary>The context BAM: its attributes and where below the request's root its values are; null: never sent.</summary>
public sealed record BamRules(
    string Version,
    string? Nature,
    string? GrandRegime,
    string? Organisme,
    string? CodeCentre,
    string? AssureNir,
    string? BeneficiaireNir,
    string? DateNaissance,
    string? Rang,
    string? DateRef,
    bool Emetteur);

/// <summary>The context LPS: its attributes; its values are settings of the endpoint.</summary>
public sealed record LpsRules(string Version, string? Nature);

/// <summary>What a fault means. Absent parts match all.</summary>
/// <param name="Subcode">Local name of the subcode.</param>
/// <param name="Code">Code of the detail.</param>
/// <param name="Mention">A word in the detail's text.</param>
/// <param name="Unavailable">True: try again later. False: rejected.</param>
/// <param name="EndpointDown">True: it says something of the whole endpoint and counts for its circuit.</param>
public sealed record FaultRule(string? Subcode, string? Code, string? Mention, bool Unavailable, bool EndpointDown);
