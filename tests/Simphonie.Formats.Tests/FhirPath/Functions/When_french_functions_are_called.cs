using Simphonie.Formats.FhirPath;

namespace Simphonie.Formats.Tests.FhirPath.Functions;

public sealed class When_french_functions_are_called
{
    // Numbers and keys: published test identities. Dates and amounts computed by hand.
    [TestCase("'279035121518989'.nir()", "279035121518989")]
    [TestCase("'2 79 03 51 215 189 89'.nir()", "279035121518989")]
    [TestCase("'2790351215189'.nir('89')", "279035121518989")]
    [TestCase("'2970 22A 020778'.nir('78')", "297022A02077878")]
    [TestCase("'297022A020778'.nirKey()", "78")]
    [TestCase("'2360663220836'.nirKey()", "56")]
    [TestCase("'1090763220834'.nirKey()", "89")]
    [TestCase("'750712184'.finess()", "750712184")]
    [TestCase("'20240306'.fhirDate()", "2024-03-06")]
    [TestCase("'202403'.fhirDate()", "2024-03")]
    [TestCase("'2024'.fhirDate()", "2024")]
    [TestCase("'20240306110000'.fhirDateTime()", "2024-03-06T11:00:00+01:00")]
    [TestCase("'202407061130'.fhirDateTime()", "2024-07-06T11:30:00+02:00")]
    [TestCase("'20240306110000.1234-0500'.fhirDateTime()", "2024-03-06T11:00:00.123-05:00")]
    [TestCase("'20240306'.fhirDateTime()", "2024-03-06")]
    [TestCase("'2024-03-06T23:30:00Z'.date()", "2024-03-07")]
    [TestCase("@2024-03-06T23:30:00-05:00.date()", "2024-03-07")]
    [TestCase("'2024-03-06'.hl7Date()", "20240306")]
    [TestCase("@2024-03.hl7Date()", "202403")]
    [TestCase("'2024-03-06T10:00:00Z'.hl7DateTime()", "20240306110000")]
    [TestCase("'32^03^1979'.lunarDate()", "1979-03-32")]
    [TestCase("'1979-13-32'.lunarDate()", "1979-13-32")]
    [TestCase("period('20240101', '20241231').holds('20241231')", "true")]
    [TestCase("period('20240101', '20241231').holds('20250101')", "false")]
    [TestCase("period('20240101', {}).holds(@2099-01-01)", "true")]
    [TestCase("period({}, {}).holds(@2024-01-01)", "true")]
    [TestCase("period({}, '2024').holds(@2024-12-31)", "true")]
    [TestCase("period({}, '20240101').holds({})", "")]
    [TestCase("oid('1.2.250.1.213.1.4.8')", "urn:oid:1.2.250.1.213.1.4.8")]
    [TestCase("insType('1.2.250.1.213.1.4.10').code", "INS-NIR")]
    [TestCase("insType('1.2.250.1.213.1.4.9').code", "INS-NIA")]
    [TestCase("insType('1.2').code", "")]
    [TestCase("coding('http://example.org', 'A').system", "http://example.org")]
    [TestCase("coding('http://example.org', {})", "")]
    [TestCase("'12.34'.cents()", "1234")]
    [TestCase("12.3.cents()", "1230")]
    [TestCase("'0001234'.amount()", "12.34")]
    [TestCase("5.amount()", "0.05")]
    [TestCase("'7'.padLeft(3)", "007")]
    [TestCase("7.padLeft(3, ' ')", "  7")]
    [TestCase("'AB'.padRight(4) & '|'", "AB  |")]
    [TestCase("'Bénédicte Cœur–d’Écume'.ascii()", "BENEDICTE COEUR-D'ECUME")]
    [TestCase("('F' | 'M').table('sex')", "female | male")]
    [TestCase("'X'.table('sex')", "unknown")]
    [TestCase("'kept'.required('it')", "kept")]
    [TestCase("'kept'.one()", "kept")]
    [TestCase("id('request')", "id-of-request")]
    [TestCase("reference(patient).reference", "urn:uuid:1")]
    [TestCase("ledger('answers', 'k')", "answers/k")]
    [TestCase("ledger('other', 'k')", "")]
    [TestCase("pseudonym('x')", "stand-in for x")]
    public void Gives(string expression, string expected)
    {
        var context = Context();
        var items = Evaluated.In(expression, context, Admission.Scope);

        Assert.That(context.Findings, Is.Empty);
        Assert.That(string.Join(" | ", items.Select(item => item.Value.Text)), Is.EqualTo(expected));
    }

    [TestCase("PID-7.fhirDate()", "SIM2311")]
    [TestCase("'20241332'.fhirDate()", "SIM2311")]
    [TestCase("IN1[1]-3.nir()", "SIM2310")]
    [TestCase("'279035121518988'.nir()", "SIM2310")]
    [TestCase("'2790351215189'.nir()", "SIM2310")]
    [TestCase("'750712185'.finess()", "SIM2314")]
    [TestCase("'32^3'.lunarDate()", "SIM2312")]
    [TestCase("oid('abc')", "SIM2313")]
    [TestCase("'1.234'.cents()", "SIM2315")]
    [TestCase("'1.5'.amount()", "SIM2315")]
    [TestCase("'ABC'.padLeft(2)", "SIM2316")]
    [TestCase("'Z'.table('strict')", "SIM2304")]
    [TestCase("{}.required('the birth name')", "SIM2320")]
    [TestCase("{}.one()", "SIM2321")]
    [TestCase("('a' | 'b').one()", "SIM2321")]
    [TestCase("reference('nothing')", "SIM2322")]
    public void Finds(string expression, string code)
    {
        var context = Context();
        var items = Evaluated.In(expression, context, Admission.Scope with { References = null, Tables = null });

        Assert.That(items, Is.Empty);
        Assert.That(context.Findings.Select(finding => finding.Code.Id), Is.EqualTo(new[] { code }));
    }

    [TestCase("dossier(PID-18)", "dossier|1.2.250.1.71.2|450")]
    [TestCase("patient(PID-3.where(CX-5 = 'PI'))", "patient|1.2.250.1.71.1|8001 | patient|LOCAL|77")]
    [TestCase("ZFD-1.lunarDate()", "1979-03-32")]
    [TestCase("PID-3.select(iif(CX-4.3 = 'ISO', oid(CX-4.2), naming(CX-4)))", "urn:oid:1.2.250.1.71.1 | urn:oid:1.2.250.1.213.1.4.10 | urn:simphonie:authority:LOCAL")]
    [TestCase("IN1.where(IN1-2 in ('AMO' | 'CMU' | 'AME')).where(period(IN1-12, IN1-13).holds(ZBE-2.date())).one().IN1-3.1", "011310000")]
    [TestCase("IN1[1]-49.where(CX-5 = 'SS').CX-1.nir()", "279035121518989")]
    [TestCase("PID-8.table('sex')", "female")]
    public void Reads_fields(string expression, string expected)
    {
        var context = Context();
        var items = Evaluated.In(expression, context, Admission.Scope);

        Assert.That(context.Findings, Is.Empty);
        Assert.That(string.Join(" | ", items.Select(item => item.Value.Text)), Is.EqualTo(expected));
    }

    [Test]
    public void Should_place_a_wrong_key_where_it_stands()
    {
        var context = Context();
        Evaluated.In("IN1[2]-49.where(CX-5 = 'SS').CX-1.nir()", context, Admission.Scope);

        Assert.That(context.Findings.Single().Place.Path, Is.EqualTo("IN1[2]-49.1").Or.EqualTo("IN1[2]-49[1].1"));
    }

    [Test]
    public void Should_hash_equal_contents_alike_and_others_not()
    {
        var one = Admission.Of("IN1[1]-49.hash()");
        Assert.That(one, Has.Length.EqualTo(64));
        Assert.That(Admission.Of("IN1.where(IN1-2 = 'AMO').IN1-49.hash()"), Is.EqualTo(one));
        Assert.That(Admission.Of("IN1[2]-49.hash()"), Is.Not.EqualTo(one));
    }

    private static EvaluationContext Context()
    {
        var context = Admission.Context();
        context.Id = name => "id-of-" + name;
        context.Reference = (name, _) => name == "patient" ? "urn:uuid:1" : null;
        context.Ledger = (kind, key) => kind == "answers" ? $"{kind}/{key}" : null;
        context.Pseudonym = identity => "stand-in for " + identity;
        context.Tables = new Dictionary<string, CodeTable>(StringComparer.Ordinal)
        {
            ["sex"] = new("sex", new Dictionary<string, string>(StringComparer.Ordinal) { ["M"] = "male", ["F"] = "female" }, "unknown"),
            ["strict"] = new("strict", new Dictionary<string, string>(StringComparer.Ordinal) { ["M"] = "male" }, null),
        };
        return context;
    }
}
