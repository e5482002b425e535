using Simphonie.Core.Schemas;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Tests.Hl7v2.Schemas;

/// <summary>Facts of the national document, written by hand from it.</summary>
public sealed class When_PAM_France_is_loaded
{
    private static readonly Hl7Schema Schema = Hl7Files.PamFr;

    [Test]
    public void Should_say_what_it_is() => Assert.Multiple(() =>
    {
        Assert.That(Schema.Header.Id, Is.EqualTo("hl7v2/pam-fr"));
        Assert.That(Schema.Header.Version, Is.EqualTo("2.11"));
        Assert.That(Schema.Header.Status, Is.EqualTo(SchemaStatus.Published));
        Assert.That(Schema.Format, Is.EqualTo("hl7v2"));
        Assert.That(Schema.RootType, Is.EqualTo("Message"));
    });

    // 400 rows of fields (components of fields among them), 103 of data types, 35 of events, 1,015 of codes.
    [Test]
    public void Should_hold_every_row_of_its_source()
    {
        var elements = Schema.Stated.Segments.Values.Concat(Schema.Contexts.SelectMany(context => context.Stated.Values)).SelectMany(segment => segment.Elements).OfType<Hl7Element>().ToArray();
        var fields = elements.Count(element => element.Name.Length > 0 && element.Section != "hub") + elements.Count(element => element.Section == "hub") +
            elements.SelectMany(element => element.Parts).Count(part => part.Section != "hub");
        Assert.Multiple(() =>
        {
            Assert.That(fields, Is.EqualTo(400));
            Assert.That(Schema.Stated.Types.Values.SelectMany(type => type.Elements).Count(element => element is not null), Is.EqualTo(103));
            Assert.That(Schema.Events, Has.Count.EqualTo(35));
            Assert.That(Schema.Tables.Values.SelectMany(table => table.Codes.Values).Count(code => code.Section != "hub"), Is.EqualTo(1015));
        });
    }

    [TestCase("PID-1", "SI", "Optional", 1, 4, null)]
    [TestCase("PID-2", "CX", "Forbidden", 0, 20, null)]
    [TestCase("PID-3", "CX", "Required", int.MaxValue, 250, null)]
    [TestCase("PID-8", "IS", "Conditional", 1, 1, "0001")]
    [TestCase("PID-18", "CX", "Conditional", 1, 250, null)]
    [TestCase("PID-28", "CE", "Forbidden", 0, 250, "0212")]
    [TestCase("PID-32", "IS", "Required", int.MaxValue, 20, "0445")]
    [TestCase("PID-38", "CE", "Optional", 2, 250, "0429")]
    [TestCase("PV1-2", "IS", "Required", 1, 1, "0004")]
    [TestCase("PV1-10", "IS", "Optional", 1, 3, "0069")]
    [TestCase("PV1-40", "IS", "Forbidden", 0, 1, "0116")]
    [TestCase("PV1-44", "TS", "Optional", 1, 26, null)]
    [TestCase("PV2-18", "IS", "RequiredIfKnown", 1, 2, "0214")]
    [TestCase("ZBE-1", "EI", "Required", int.MaxValue, 427, null)]
    [TestCase("ZBE-2", "TS", "Required", 1, 26, null)]
    [TestCase("ZBE-3", "TS", "Forbidden", 0, 26, null)]
    [TestCase("ZBE-4", "ID", "Required", 1, 6, "ZBE-4")]
    [TestCase("ZBE-6", "ID", "Conditional", 1, 3, null)]
    [TestCase("ZBE-9", "CWE", "Required", 1, 3, "ZBE-9")]
    [TestCase("ZFA-1", "ID", "RequiredIfKnown", 1, 20, "ZFA-1")]
    [TestCase("ZFA-4", "ID", "Forbidden", 0, 1, null)]
    [TestCase("ZFV-6", "XAD", "Optional", 2, 250, null)]
    [TestCase("ZFM-3", "IS", "Optional", 1, 1, "ZFM-3-4")]
    [TestCase("ZFD-1", "NA", "Optional", 1, 8, null)]
    [TestCase("ZFD-5", "IS", "RequiredIfKnown", 1, 8, "ZFD-5")]
    [TestCase("ZFP-2", "ID", "RequiredIfKnown", 1, 2, "3301")]
    [TestCase("ZFS-8", "FT", "Optional", 1, 65536, null)]
    [TestCase("NK1-33", "CX", "Required", int.MaxValue, 250, null)]
    [TestCase("ACC-2", "CE", "Required", 1, 250, "0050")]
    [TestCase("GT1-3", "XPN", "Required", int.MaxValue, 250, null)]
    [TestCase("OBX-16", "XCN", "Required", 1, 250, null)]
    [TestCase("ROL-3", "CE", "Required", 1, 250, "0443")]
    [TestCase("CX-4", "HD", "Required", -1, 227, "0363")]
    [TestCase("CX-5", "ID", "RequiredIfKnown", -1, 5, "0203")]
    [TestCase("XPN-7", "ID", "Required", -1, 1, "0200")]
    [TestCase("XAD-9", "IS", "Optional", -1, 20, "0289")]
    [TestCase("XTN-12", "ST", "Conditional", -1, 199, null)]
    [TestCase("XON-10", "ST", "RequiredIfKnown", -1, 64, null)]
    [TestCase("TS-2", "ID", "Forbidden", -1, 1, "0529")]
    // HL7 2.5 itself, where the national document is silent.
    [TestCase("MSH-10", "ST", "Required", 1, 20, null)]
    [TestCase("EVN-2", "TS", "Required", 1, 26, null)]
    [TestCase("IN2-63", "XTN", "Optional", int.MaxValue, 250, null)]
    [TestCase("MRG-1", "CX", "Required", int.MaxValue, 250, null)]
    public void Should_know(string place, string type, string usage, int max, int length, string? table)
    {
        var split = place.IndexOf('-', StringComparison.Ordinal);
        var owner = place[..split];
        var element = (Schema.Segments.GetValueOrDefault(owner) ?? Schema.Types[owner])[int.Parse(place[(split + 1)..], System.Globalization.CultureInfo.InvariantCulture)]!;
        Assert.Multiple(() =>
        {
            Assert.That(element.Type, Is.EqualTo(type));
            Assert.That(element.Usage.ToString(), Is.EqualTo(usage));
            Assert.That(element.Length, Is.EqualTo(length));
            Assert.That(element.Table, Is.EqualTo(table));
            if (max >= 0)
            {
                Assert.That(element.Max, Is.EqualTo(max));
            }
        });
    }

    [TestCase("0445", "VALI", false)]
    [TestCase("0004", "V", false)]
    [TestCase("ZBE-4", "CANCEL", false)]
    [TestCase("ZBE-5", "Y", false)]
    [TestCase("ZBE-9", "HMS", false)]
    [TestCase("0203", "INS", false)]
    [TestCase("0068", "AMO", false)]
    [TestCase("IN2-28.1", "FRJ", false)]
    [TestCase("3300", "8", false)]
    [TestCase("0023", "7", true)]
    [TestCase("OBX-3", "3141-9", true)]
    public void Should_list_code(string table, string code, bool open)
    {
        Assert.That(Schema.Tables[table].Codes, Does.ContainKey(code));
        Assert.That(Schema.Tables[table].IsOpen, Is.EqualTo(open));
    }

    [TestCase("A28", "ADT_A05", "ITI-30")]
    [TestCase("A40", "ADT_A39", "ITI-30")]
    [TestCase("A47", "ADT_A30", "ITI-30")]
    [TestCase("A01", "ADT_A01", "ITI-31")]
    [TestCase("A13", "ADT_A01", "ITI-31")]
    [TestCase("A44", "ADT_A43", "ITI-31")]
    [TestCase("Z99", "ADT_A01", "ITI-31")]
    [TestCase("A55", null, "ITI-31")]
    [TestCase("A49", "ADT_A30", null)]
    public void Should_know_event(string code, string? structure, string? profile)
    {
        Assert.That(Schema.Event(code)?.StructureName, Is.EqualTo(structure));
        Assert.That(Schema.Event(code)?.Profile, Is.EqualTo(profile));
    }

    [Test]
    public void Should_keep_what_differs_by_kind_of_cover() => Assert.Multiple(() =>
    {
        Assert.That(Schema.Contexts.Select(context => context.Name), Is.EqualTo((string[])["amo", "amc", "other"]));
        Assert.That(Schema.Contexts[0].Segments["IN1"][36]!.Usage, Is.EqualTo(Hl7Usage.Conditional));
        Assert.That(Schema.Contexts[1].Segments["IN2"][28]!.Type, Is.EqualTo("RMC"));
        Assert.That(Schema.Contexts[2].Segments["IN1"][2]!.Table, Is.EqualTo("0068"));
        Assert.That(Schema.Contexts[0].Segments["IN1"][36]!.Table, Is.EqualTo("IN1-36"));
    });

    [Test]
    public void Should_answer_what_paths_ask() => Assert.Multiple(() =>
    {
        Assert.That(Schema.TryGetElement("Message", "PID", out var segment) && segment.Max == int.MaxValue, Is.True);
        Assert.That(Schema.TryGetElement("PID", "PID-3", out var field) && field.Types.Single() == "CX", Is.True);
        Assert.That(Schema.TryGetElement("CX", "CX-4", out var component) && component.Types.Single() == "HD", Is.True);
        Assert.That(Schema.TryGetElement("PID", "PID-99", out _), Is.False);
        Assert.That(Schema.TryGetElement("PID", "PV1-3", out _), Is.False);
        Assert.That(Schema.HasType("ZBE") && Schema.HasType("MSH") && !Schema.HasType("ZZZ"), Is.True);
        Assert.That(Schema.ElementNames("ZFP"), Is.EqualTo((string[])["ZFP-1", "ZFP-2"]));
        Assert.That(Schema.ElementNames("Message"), Does.Contain("IN1"));
    });

    [Test]
    public void Should_hold_all_of_HL7_2_5_under_it() => Assert.Multiple(() =>
    {
        Assert.That(Schema.Segments, Has.Count.EqualTo(149 + 7), "149 of HL7, ZBE and six of ZF.");
        Assert.That(Schema.Types, Has.Count.EqualTo(90));
        Assert.That(Schema.Structures, Has.Count.EqualTo(248));
    });
}
