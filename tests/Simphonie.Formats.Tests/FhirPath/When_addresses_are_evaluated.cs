using Simphonie.Core.Documents;

namespace Simphonie.Formats.Tests.FhirPath;

public sealed class When_addresses_are_evaluated
{
    [TestCase("MSH-9.2", "A01")]
    [TestCase("PID-3.1", "8001 | 279035121518989 | 77")]
    [TestCase("PID-3[2].1", "279035121518989")]
    [TestCase("PID-3[1].4.2", "1.2.250.1.71.1")]
    [TestCase("PID-3.where(CX-5 = 'INS').CX-1", "279035121518989")]
    [TestCase("PID-3.where(CX-5 = 'INS' and 'VALI' in PID-32).CX-4.2", "1.2.250.1.213.1.4.10")]
    [TestCase("PID-3.where(CX-5 = 'INS').CX-4.HD-2", "1.2.250.1.213.1.4.10")]
    [TestCase("PID-5.where(XPN-7 = 'L').XPN-1", "PAT-TROIS")]
    [TestCase("PID-5.where(XPN-7 = 'L').XPN-1.FN-1", "PAT-TROIS")]
    [TestCase("IN1.count()", "2")]
    [TestCase("IN1-3.1", "011310000 | 303294")]
    [TestCase("IN1[2]-3.1", "303294")]
    [TestCase("IN1.where(IN1-2 = 'AMO').IN1-3.1", "011310000")]
    [TestCase("IN1.where(IN1-2 in ('AMO' | 'CMU' | 'AME')).IN2-2", "ONE")]
    [TestCase("IN1.where(IN1-2 = 'AMC').IN2-2", "")]
    [TestCase("IN1.exists(IN1-2 in ('AMO' | 'CMU' | 'AME'))", "true")]
    [TestCase("IN1.select(PID-8)", "F | F")]
    [TestCase("IN1.PID-8", "F")]
    [TestCase("PV1-44.empty()", "true")]
    [TestCase("iif(MSH-9.2 = 'A05' or ZBE-6 = 'A05', coalesce(PV2-8, ZBE-2, MSH-7), coalesce(PV1-44, ZBE-2, MSH-7)).date()", "2024-03-06")]
    [TestCase("IN1-1.first().toInteger() -1", "0")]
    [TestCase("IN1-1.last().toInteger() - 1", "1")]
    public void Gives(string expression, string expected) => Assert.That(Admission.Of(expression), Is.EqualTo(expected));

    [TestCase("IN1[2]-13.cleared()", "true")]
    [TestCase("IN1[2]-13.empty()", "true")]
    [TestCase("IN1[2]-13.exists()", "false")]
    [TestCase("IN1[1]-13.cleared()", "false")]
    [TestCase("IN1[1]-15.cleared()", "false")]
    [TestCase("IN1.where(IN1-2 = 'AMC').IN1-13.cleared()", "true")]
    [TestCase("coalesce(IN1[2]-13, 'open')", "open")]
    public void Keeps_three_states_apart(string expression, string expected) => Assert.That(Admission.Of(expression), Is.EqualTo(expected));

    [TestCase("PID-3.1 & 'x'", "PID-3[2].1")]
    [TestCase("PID-3.1.length()", "PID-3[2].1")]
    public void Finds_several_where_one_is_needed(string expression, string place)
    {
        var context = Admission.Context();
        Evaluated.In(expression, context, Admission.Scope);

        Assert.That(context.Findings.Select(finding => finding.Code.Id), Is.EqualTo(new[] { "SIM2300" }));
        Assert.That(context.Findings[0].Place.Path, Does.EndWith(place[3..]));
        Assert.That(context.Findings[0].Text, Does.Not.Contain("279035121518989"));
    }

    [TestCase("IN1.where(IN1-2 = 'AMO').IN1-49.CX-1.nir()", "IN1-49.1")]
    [TestCase("IN1[1]-12.date()", "IN1-12")]
    [TestCase("iif(PID-8 = 'F', IN1[1]-3, 'x') & ''", "IN1-3")]
    [TestCase("'text'", "")]
    [TestCase("PID-8 = 'F'", "PID-8")]
    public void Notes_the_inputs_whose_values_were_used(string expression, string expected)
    {
        var used = new List<Node>();
        Evaluated.In(expression, Admission.Context(used), Admission.Scope);

        var places = used.Select(node => node.Place.Path!.Replace("[1]", "", StringComparison.Ordinal));
        Assert.That(string.Join(" | ", places), Is.EqualTo(expected));
    }
}
