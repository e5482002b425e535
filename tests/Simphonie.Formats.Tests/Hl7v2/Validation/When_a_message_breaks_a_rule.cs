using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Validation;

namespace Simphonie.Formats.Tests.Hl7v2.Validation;

public sealed class When_a_message_breaks_a_rule
{
    private static string With(string from, string to)
    {
        Assert.That(Messages.Admission, Does.Contain(from));
        return Messages.Admission.Replace(from, to, StringComparison.Ordinal);
    }

    [Test]
    public void Accepts_an_admission_with_a_cover()
    {
        var findings = Messages.Validate(Messages.Admission);
        Assert.That(findings.Where(finding => finding.Severity != Severity.Information), Is.Empty);
    }

    [Test]
    public void Should_make_nothing_for_each_field_of_a_good_message()
    {
        var document = Messages.Read(Messages.Admission);
        Hl7Validator.Validate(document, Hl7Files.PamFr, new DiagnosticBag());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Hl7Validator.Validate(document, Hl7Files.PamFr, new DiagnosticBag());

        // What remains are the codes that conditions and tables compare as text.
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(8192));
    }

    [Test]
    public void Should_find_a_movement_that_is_shifted_by_one() => Assert.That(
        Messages.Errors(With("|20240306110000||INSERT|N||CARDIO^^^^^CH-EX&750000010&N^UF^^^6268|CARDIO^^^^^CH-EX&750000010&N^UF^^^6268|HMS", "|20240306110000|20240309102840||INSERT|N||CARDIO^^^^^^UF^^^8782||HMS")),
        Is.EqualTo((string[])["ZBE[1]-3 SIM2106 102", "ZBE[1]-4 SIM2105 101", "ZBE[1]-5 SIM2110 103", "ZBE[1]-9 SIM2105 101"]));

    [TestCase("|D77^^^CH-EX&750000010&N^AN|", "||", "PID[1]-18 SIM2113 101")]
    [TestCase("|VALI", "|PROV", "PID[1]-32 SIM2113 103")]
    [TestCase("|19790328|", "||", "PID[1]-7 SIM2113 101")]
    [TestCase("|F|", "||", "PID[1]-8 SIM2113 101")]
    [TestCase("|INSERT|N||", "|UPDATE|N||", "ZBE[1]-6 SIM2113 101")]
    [TestCase("|INSERT|N||", "|INSERTED|N||", "ZBE[1]-4 SIM2110 103")]
    [TestCase("|HMS", "|C", "ZBE[1]-6 SIM2113 103,ZBE[1]-9 SIM2113 103")]
    [TestCase("|HMS", "|QQ", "ZBE[1]-9 SIM2110 103")]
    [TestCase("PV1|1|I|", "PV1|1|N|", "PV1[1]-19 SIM2113 102")]
    [TestCase("||||||||||||||||V1^^^CH-EX&750000010&N^VN", "", "PV1[1]-19 SIM2113 101")]
    [TestCase("|6268^12^1^CH-EX&750000010&N|", "||", "PV1[1]-3 SIM2113 101")]
    [TestCase("PV1|1|I|", "PV1|1||", "PV1[1]-2 SIM2105 101")]
    [TestCase("PV1|1|I|", "PV1|1|\"\"|", "PV1[1]-2 SIM2105 101")]
    [TestCase("PV1|1|I|", "PV1|1|I~O|", "PV1[1]-2[2] SIM2107 102")]
    [TestCase("|20240306110000||INSERT", "|2024-03-06||INSERT", "ZBE[1]-2.1 SIM2109 102")]
    [TestCase("|20240306110000||INSERT", "|20240231110000||INSERT", "ZBE[1]-2.1 SIM2109 102")]
    [TestCase("PID|1||", "PID|one||", "PID[1]-1 SIM2109 102")]
    [TestCase("PID|1||", "PID|1|77|", "PID[1]-2 SIM2106 102")]
    [TestCase("|PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L|", "|PAT-TROIS^DOMINIQUE|", "PID[1]-5.7 SIM2105 101")]
    [TestCase("279035121518989^^^ASIP-SANTE-INS", "279035121518988^^^ASIP-SANTE-INS", "PID[1]-3[2].1 SIM2310 102")]
    [TestCase("279035121518989^^^ASIP-SANTE-NIR", "279035121518988^^^ASIP-SANTE-NIR", "IN1[1]-49.1 SIM2310 102")]
    [TestCase("279035121518989^^^ASIP-SANTE-NIR", "2790351215189^^^ASIP-SANTE-NIR", "IN1[1]-49.1 SIM2310 102")]
    [TestCase("EVN||20240306111154||||20240306110000\r", "", "EVN SIM2103 100")]
    public void Should_say_what_and_where(string from, string to, string expected) =>
        Assert.That(Messages.Errors(With(from, to)).Order(StringComparer.Ordinal), Is.EqualTo(expected.Split(',')));

    [Test]
    public void Should_find_an_AMO_cover_without_its_insurer_but_not_another_debtor_without_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Messages.Errors(With("|AMO|012110000|", "|AMO||")), Is.EqualTo((string[])["IN1[1]-3 SIM2105 101"]));
            Assert.That(Messages.Errors(Messages.Join(Messages.Header, Messages.Event, Messages.Patient, Messages.Visit, Messages.Movement, "IN1|1|AMC|303294||||||||||||||01||||||||||||||||||||||||||||||||ADH-1^^^X^SS")), Is.Empty, "an adherent number is no NIR");
        });
    }

    [Test]
    public void Should_want_the_wards_that_the_nature_of_an_update_speaks_of()
    {
        var update = Messages.Admission.Replace("ADT^A01", "ADT^Z99").Replace("|INSERT|N||CARDIO^^^^^CH-EX&750000010&N^UF^^^6268|CARDIO^^^^^CH-EX&750000010&N^UF^^^6268|HMS", "|UPDATE|N|A01|||MH");
        Assert.That(Messages.Errors(update), Is.EqualTo((string[])["ZBE[1]-7 SIM2113 101"]));
    }

    [Test]
    public void Accepts_the_return_of_a_cover() =>
        Assert.That(Messages.Errors(Messages.Admission.Replace("ADT^A01", "ADT^Z99").Replace("|INSERT|N||", "|UPDATE|N|A01|").Replace("|HMS", "|C")), Is.Empty);

    [Test]
    public void Should_find_two_patients_in_one_message() => Assert.That(
        Messages.Errors(With(Messages.Visit, Messages.Patient + "\r" + Messages.Visit)), Is.EqualTo((string[])["PID[2] SIM2104 100"]));

    [Test]
    public void Should_find_segments_out_of_order() => Assert.That(
        Messages.Errors(With(Messages.Cover, Messages.Cover + "\rNK1|1" + new string('|', 32) + "77^^^A^PN")), Is.EqualTo((string[])["NK1[1] SIM2102 100"]));

    [Test]
    public void Should_find_an_IN2_without_its_IN1() =>
        Assert.That(Messages.Errors(With(Messages.Cover, "IN2||x")), Is.EqualTo((string[])["IN2[1] SIM2102 100"]));

    [Test]
    public void Accepts_four_hundred_roles() => Assert.That(
        Messages.Errors(With(Messages.Visit, string.Concat(Enumerable.Repeat("ROL||UC|ODRP|10000023084^AGNES^Isabelle^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^L^^^RPPS\r", 400)) + Messages.Visit)), Is.Empty);

    [TestCase("ZZZ|vendor data")]
    [TestCase("ZFT|1")]
    public void Accepts_local_segments(string segment) => Assert.That(Messages.Errors(Messages.Admission + segment + "\r"), Is.Empty);

    [TestCase("ADT^A77^ADT_A77")]
    [TestCase("ADT^ADT^A28")]
    [TestCase("XXX^Z01")]
    public void Should_never_fail_for_its_trigger_event_alone(string type)
    {
        var message = Messages.Join(Messages.Header.Replace("ADT^A01^ADT_A01", type), Messages.Event, Messages.Patient, "PV1|1|N");
        Assert.That(Messages.Errors(message), Is.Empty);
    }

    [TestCase("19790000")]
    [TestCase("19791300")]
    [TestCase("19793133")]
    [TestCase("1979")]
    [TestCase("197903")]
    public void Accepts_a_date_of_birth_that_is_lunar_or_partial(string date) => Assert.That(Messages.Errors(With("|19790328|", $"|{date}|")), Is.Empty);

    [Test]
    public void Accepts_a_NIR_of_Corsica() =>
        Assert.That(Messages.Errors(With("279035121518989^^^ASIP-SANTE-NIR", "297022A02077878^^^ASIP-SANTE-NIR")), Is.Empty);

    [Test]
    public void Should_only_warn_where_the_profile_contradicts_itself()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Messages.Errors(With("|HMS", "|HMC")), Is.Empty);
            Assert.That(Messages.Warnings(With("|HMS", "|HMC")), Is.EqualTo((string[])["ZBE[1]-9 SIM2114 103"]));
            var unknown = With("~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS", "").Replace("||||||||||||||VALI", "");
            Assert.That(Messages.Errors(unknown), Is.Empty);
            Assert.That(Messages.Warnings(unknown), Is.EqualTo((string[])["PID[1]-32 SIM2114 101"]));
        });
    }

    [Test]
    public void Should_warn_of_codes_that_sites_may_add_and_of_long_values()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Messages.Warnings(With("PV1|1|I|6268^12^1^CH-EX&750000010&N||||||||||||||||V1", "PV1|1|I|6268^12^1^CH-EX&750000010&N|||||||||||2|||||V1")), Is.EqualTo((string[])["PV1[1]-14 SIM2111 103"]));
            Assert.That(Messages.Warnings(With("2.5^FRA^2.11|", "2.5^FRA^2.4|")), Is.EqualTo((string[])["MSH[1]-12.3 SIM2113 103"]));
            Assert.That(Messages.Warnings(With("ADT^A01^ADT_A01", "ADT^A08^ADT_A01")), Does.Contain("MSH[1]-9 SIM2116 201"));
        });
    }

    [Test]
    public void Should_never_print_a_value()
    {
        var texts = Messages.Validate(With("PV1|1|I|", "PV1|1|SECRET|").Replace("INSERT", "HIDDEN").Replace("19790328", "PRIVATE")).Select(finding => finding.ToString());
        Assert.That(texts.Where(text => text.Contains("SECRET", StringComparison.Ordinal) || text.Contains("HIDDEN", StringComparison.Ordinal) || text.Contains("PRIVATE", StringComparison.Ordinal)), Is.Empty);
    }
}
