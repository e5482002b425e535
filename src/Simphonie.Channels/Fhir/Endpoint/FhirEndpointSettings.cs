using System.Globalization;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Fhir.Endpoint;

/// <summary>Settings of a FHIR server that the hub sends to, checked.</summary>
internal sealed record FhirEndpointSettings
{
    public required Uri Base { get; init; }

    /// <summary>Below the base instead of the resource's own type: <c>Claim/$submit</c>.</summary>
    public string? Address { get; init; }

    public bool Put { get; init; }

    public string? Token { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Query of <c>If-None-Exist</c> with <c>{identity}</c> for the delivery's own.</summary>
    public string? IfNoneExist { get; init; }

    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    public int AnswerBytes { get; init; } = 10 * 1024 * 1024;

    public TlsSettings? Tls { get; init; }

    public int InFlight { get; init; } = 8;

    public bool RepeatSafe { get; init; }

    public static IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "url", Kind = FieldKind.Text, Required = true, Example = "https://fhir.example/r4", Description = "Base address of the server." },
        new() { Name = "address", Kind = FieldKind.Text, Example = "Claim/$submit", Description = "Address below the base; without it, that of the resource's type, and the base itself for a Bundle." },
        new() { Name = "method", Kind = FieldKind.Choice, Choices = ["POST", "PUT"], Default = "POST", Description = "PUT writes the resource under its own id." },
        new() { Name = "if_none_exist", Kind = FieldKind.Text, Example = "identifier=urn:hub|{identity}", Description = "Header If-None-Exist of a create, so that a repeat creates nothing; {identity} is the delivery's." },
        new() { Name = "token", Kind = FieldKind.Text, Description = "Bearer token." },
        new() { Name = "user", Kind = FieldKind.Text, Description = "User name for Basic authentication." },
        new() { Name = "password", Kind = FieldKind.Text, Description = "Password for Basic authentication." },
        new() { Name = "connect_seconds", Kind = FieldKind.Integer, Default = "5", Minimum = 1, Maximum = 120, Unit = "seconds", Description = "How long connecting may take." },
        new() { Name = "answer_megabytes", Kind = FieldKind.Integer, Default = "10", Minimum = 1, Maximum = 100, Unit = "megabytes", Description = "Largest answer that is read." },
    ];

    public static FhirEndpointSettings? Parse(ChannelSettings settings, DiagnosticBag findings)
    {
        var before = findings.Count;
        var own = settings.Own;
        void Wrong(string name, string text) => findings.Add(FhirChannelCodes.Setting, (own[name] ?? own).Place, text);

        if (!Uri.TryCreate(own.Text("url")?.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0)
        {
            Wrong("url", "'url' is an http or https address without a query.");
        }

        var tls = TlsSettings.Parse(own["tls"] ?? settings.Entry["tls"], settings.BaseDirectory, inbound: false, findings);
        if (url is { Scheme: "http" } && (!url.IsLoopback || tls is not null))
        {
            Wrong("url", "A FHIR server is called over https; http is for loopback addresses without tls.");
        }

        if (own.Text("token") is not null && own.Text("user") is not null)
        {
            Wrong("token", "Either a 'token' or a 'user' authenticates, not both.");
        }

        if (own.Text("user") is null != (own.Text("password") is null))
        {
            Wrong("user", "'user' and 'password' go together.");
        }

        var put = own.Text("method") == "PUT";
        if (own.Text("if_none_exist") is not null && put)
        {
            Wrong("if_none_exist", "'if_none_exist' is for creates by POST.");
        }

        if (findings.Count > before)
        {
            return null;
        }

        return new FhirEndpointSettings
        {
            Base = url!,
            Address = own.Text("address"),
            Put = put,
            Token = own.Text("token"),
            User = own.Text("user"),
            Password = own.Text("password"),
            IfNoneExist = own.Text("if_none_exist"),
            Connect = TimeSpan.FromSeconds(Number(own, "connect_seconds", 5)),
            AnswerBytes = Number(own, "answer_megabytes", 10) * 1024 * 1024,
            Tls = tls,
            InFlight = settings.Entry["limits"] is Setting.Map limits ? Number(limits, "in_flight", 8) : 8,
            RepeatSafe = settings.Entry.Text("repeat") == "safe",
        };
    }

    /// <summary>Secrets are never printed.</summary>
    public override string ToString() => "FHIR endpoint";

    private static int Number(Setting.Map map, string name, int otherwise) =>
        int.TryParse(map.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
