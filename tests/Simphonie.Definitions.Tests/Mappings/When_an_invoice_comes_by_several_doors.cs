using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

/// <summary>The same invoice by FHIR and by both messages of HL7 v2 is the same B2, byte for byte.</summary>
public sealed class When_an_invoice_comes_by_several_doors
{
    private const string Cases = "mappings/fides/cases/";

    [TestCase("dft-to-claim", Cases + "dft-p03.er7")]
    [TestCase("bar-to-claim", Cases + "bar-p05.er7")]
    public void Should_be_the_same_records(string mapping, string file)
    {
        var claim = Run(mapping, Read("hl7v2/fides-hub", file));

        Assert.That(Records(claim), Is.EqualTo(Records(Read("fhir/r4", "samples/demo/invoices/02-ace-ccam-act.json"))));
    }

    [TestCase(Cases + "dft-p03.er7")]
    [TestCase(Cases + "bar-p05.er7")]
    public void Should_follow_the_profile(string file)
    {
        var document = Read("hl7v2/fides-hub", file);
        var findings = new DiagnosticBag();
        ShippedDefinitions.Formats["hl7v2"].Validate(document, document.Schema!, findings);

        Assert.That(findings.Concat(document.Findings).Where(static finding => finding.Severity == Severity.Error), Is.Empty);
    }

    [Test]
    public void Should_follow_the_profile_on_the_way_back()
    {
        var source = Read("noemie/ps", Cases + "two-lots.noemie");
        var into = new List<Node>();
        source.AppendChildren(source.Root.Handle, "invoices", into);
        foreach (var invoice in into)
        {
            var message = Run("noemie-to-dft", source, invoice);
            var findings = new DiagnosticBag();
            ShippedDefinitions.Formats["hl7v2"].Validate(message, message.Schema!, findings);
            Assert.That(findings.Where(static finding => finding.Severity == Severity.Error), Is.Empty);
        }

        Assert.That(into, Has.Count.EqualTo(4));
    }

    private static byte[] Records(Document claim)
    {
        var writer = new ArrayBufferWriter<byte>();
        ShippedDefinitions.Formats["b2"].Write(Run("claim-to-b2", claim), writer);
        return writer.WrittenSpan.ToArray();
    }

    private static Document Run(string name, Document source, Node? focus = null)
    {
        var mapping = ShippedDefinitions.Load.Snapshot!.Mappings.Where(one => one.Name == name).MaxBy(static one => one.Version)!;
        var result = mapping.Run(new()
        {
            Source = source,
            Focus = focus,
            Documents = new Dictionary<string, Document>(StringComparer.Ordinal) { ["message"] = source },
            Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(1)),
            World = World.Test,
            Id = static one => "id-" + one,
            Hub = "HUB",
            Establishment = "750000010",
        });
        Assert.That(result.Findings.Where(static finding => finding.Severity == Severity.Error), Is.Empty);
        return result.Output!;
    }

    private static Document Read(string reference, string file)
    {
        Assert.That(ShippedDefinitions.Load.Snapshot!.Schemas.TryResolve(reference, DateOnly.MaxValue, out var schema), Is.True);
        return ShippedDefinitions.Formats[schema!.Format].Read(File.ReadAllBytes(ShippedDefinitions.InProject(file)), schema);
    }
}
