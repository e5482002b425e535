using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Xml;

internal static class XmlSamples
{
    public const string Request =
        """
        <Requete xmlns="urn:simphonie-hub:cdr:1"><DatedeReference>2025-03-04</DatedeReference><BeneficiaireDeSoins><DatedeNaissance>1997-02-26</DatedeNaissance><SituationAdministrativeAMO><RangdeNaissance>1</RangdeNaissance></SituationAdministrativeAMO><Assure><NIRassure><Num>297022A020778</Num><Cle>78</Cle></NIRassure></Assure></BeneficiaireDeSoins></Requete>
        """;

    public static XmlMessage Read(string text, XsdSchema? schema = null) => XmlMessage.Read(Encoding.UTF8.GetBytes(text), schema, XmlLimits.Default);

    public static XsdSchema CdriSchema()
    {
        var findings = new DiagnosticBag();
        var schema = (XsdSchema?)new XsdSchemaLoader().Load(Path.Combine(Root(), "schemas", "soap", "cdri-hub-1.xsd"), findings);
        Assert.That(findings, Is.Empty);
        return schema!;
    }

    public static Node Find(XmlMessage message, params string[] names)
    {
        var node = message.Root;
        foreach (var name in names)
        {
            var found = new List<Node>();
            message.AppendChildren(node.Handle, name, found);
            node = found[0];
        }

        return node;
    }

    public static string Root()
    {
        var at = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Simphonie.slnx")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }
}
