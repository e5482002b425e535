using Simphonie.Channels.Profiles;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Profiles;

/// <summary>Loads <c>*.profile.yaml</c> as <see cref="SoapProfile"/>, with the XSD that it names beside it.</summary>
public sealed class SoapProfileLoader : ISchemaLoader
{
    private readonly XsdSchemaLoader _schemas = new();

    public bool CanLoad(string path) => path.EndsWith(".profile.yaml", StringComparison.Ordinal);

    /// <summary>Gives a <see cref="SoapProfile"/>.</summary>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, file => File.Exists(file) ? File.OpenRead(file) : null, findings);

    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var before = findings.Count;
        if (ProfileYaml.Read(path, open, SoapCodes.Profile, findings) is not { } file)
        {
            return null;
        }

        var profile = Read(new ProfileMap(file, SoapCodes.Profile, findings), path, open, findings);
        return findings.Count == before ? profile : null;
    }

    private SoapProfile? Read(ProfileMap map, string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        if (map.Header() is not { } header)
        {
            return null;
        }

        var schema = map.Text("schema");
        var profile = new SoapProfile
        {
            Header = header,
            Version = map.Choice("soap", ("1.2", SoapVersion.V12), ("1.1", SoapVersion.V11)),
            Service = map.Required("service"),
            Schema = schema is null ? null : (XsdSchema?)_schemas.Load(Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(schema)), open, findings),
            Operations = [.. map.Maps("operations").Select(Operation)],
            Authentication = map.Choice("authentication", ("mutual-tls", SoapAuthentication.MutualTls), ("none", SoapAuthentication.None),
                ("ps", SoapAuthentication.Ps), ("structure", SoapAuthentication.Structure), ("vihf", SoapAuthentication.Vihf)),
            Assertion = map.Map("assertion") is { } assertion ? Assertion(assertion) : AssertionRules.Default,
            Headers = [.. map.Texts("headers").Select(name => Block(map, name))],
            ReplyAddressing = map.Flag("reply_addressing", otherwise: false),
            Bam = map.Map("bam") is { } bam ? Bam(bam) : null,
            Lps = map.Map("lps") is { } lps ? Lps(lps) : null,
            Faults = [.. map.Maps("faults").Select(Fault)],
        };
        map.End();
        CheckOperations(profile, map);
        return profile;
    }

    private static void CheckOperations(SoapProfile profile, ProfileMap map)
    {
        if (profile.Operations.Count == 0)
        {
            map.Wrong(map.Place, "A profile has at least one operation.");
        }

        foreach (var operation in profile.Operations)
        {
            if (profile.Schema is { } schema && (!schema.HasRoot(schema.TargetNamespace, operation.Request) || !schema.HasRoot(schema.TargetNamespace, operation.Response)))
            {
                map.Wrong(map.Place, $"The request or response of '{operation.Name}' is no global element of the schema.");
            }
        }
    }

    private static SoapOperation Operation(ProfileMap map)
    {
        var operation = new SoapOperation(map.Required("name"), map.Required("action"), map.Required("request"), map.Required("response"));
        map.End();
        return operation;
    }

    private static AssertionRules Assertion(ProfileMap map)
    {
        var rules = new AssertionRules(
            TimeSpan.FromMinutes(map.Number("minutes", 60)),
            TimeSpan.FromMinutes(map.Number("ahead_minutes", 5)),
            TimeSpan.FromMinutes(map.Number("renew_minutes", 50)));
        map.End();
        return rules;
    }

    private static HeaderBlock Block(ProfileMap map, string name)
    {
        switch (name)
        {
            case "security":
                return HeaderBlock.Security;
            case "bam":
                return HeaderBlock.Bam;
            case "lps":
                return HeaderBlock.Lps;
            case "addressing":
                return HeaderBlock.Addressing;
            default:
                map.Wrong(map.Place, "'headers' knows security, bam, lps and addressing.");
                return HeaderBlock.Addressing;
        }
    }

    private static BamRules Bam(ProfileMap map)
    {
        var rules = new BamRules(map.Required("version"), map.Text("nature"), map.Text("grand_regime"), map.Text("organisme"), map.Text("code_centre"),
            map.Text("assure_nir"), map.Text("beneficiaire_nir"), map.Text("date_naissance"), map.Text("rang"), map.Text("date_ref"), map.Flag("emetteur", otherwise: true));
        map.End();
        return rules;
    }

    private static LpsRules Lps(ProfileMap map)
    {
        var rules = new LpsRules(map.Required("version"), map.Text("nature"));
        map.End();
        return rules;
    }

    private static FaultRule Fault(ProfileMap map)
    {
        var unavailable = map.Choice("outcome", ("rejected", false), ("unavailable", true));
        var rule = new FaultRule(map.Text("subcode"), map.Text("code"), map.Text("mention"), unavailable, map.Flag("endpoint_down", unavailable));
        map.End();
        return rule;
    }
}
