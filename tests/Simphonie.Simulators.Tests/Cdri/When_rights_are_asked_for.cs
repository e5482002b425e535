using Simphonie.Core.Channels;

namespace Simphonie.Simulators.Tests.Cdri;

public sealed class When_rights_are_asked_for
{
    private CdriStand _stand = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _stand = await CdriStand.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _stand.DisposeAsync();

    [TestCase("297022A020778", "78", "1997-02-26", "<Ouverts>true</Ouverts>")]
    [TestCase("2360663220836", "56", "1936-06-21", "<Exoneration><Debut>2022-03-01</Debut><Fin>2032-02-29</Fin><Type>30</Type></Exoneration>")]
    [TestCase("1800199999001", "68", "1980-01-15", "<Ouverts>false</Ouverts>")]
    [TestCase("1990299999011", "16", "1999-02-10", "<Ouverts>false</Ouverts>")]
    [TestCase("2620099999005", "07", "1962-00-00", "<DatedeNaissance>1962-00-00</DatedeNaissance>")]
    [TestCase("170072B999003", "26", "1970-07-03", "<Prenom>ANGE</Prenom>")]
    [TestCase("2900999999006", "39", "1990-09-17", "<Participation>false</Participation>")]
    [TestCase("1751299999007", "95", "1975-12-12", "<AME><Periode><Debut>2023-05-15</Debut>")]
    public async Task Should_answer_over_mutual_tls(string nir, string key, string birth, string expected)
    {
        var outcome = await _stand.AskAsync(nir, key, birth);

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Delivered>());
        Assert.That(CdriStand.Text(outcome), Does.Contain(expected));
    }

    [Test]
    public async Task Should_say_in_every_answer_that_it_is_not_normative() =>
        Assert.That(CdriStand.Text(await _stand.AskAsync("297022A020778", "78", "1997-02-26")), Does.Contain("non normative / non-normative"));

    [TestCase(1, "LOUISE")]
    [TestCase(2, "JULES")]
    public async Task Should_tell_twins_apart_by_rank(int rank, string given) =>
        Assert.That(CdriStand.Text(await _stand.AskAsync("1820199999013", "55", "2016-10-02", rank)), Does.Contain(given));

    [Test]
    public async Task Should_judge_rights_at_the_date_of_reference() =>
        Assert.That(CdriStand.Text(await _stand.AskAsync("1800199999001", "68", "1980-01-15", reference: "2021-12-31")), Does.Contain("<Ouverts>true</Ouverts>"));

    [Test]
    public async Task Should_name_another_person_where_the_sample_says_so()
    {
        var answer = CdriStand.Text(await _stand.AskAsync("2811199999012", "21", "1981-11-23"));

        Assert.That(answer, Does.Contain("<Num>1811199999018</Num>").And.Not.Contain("2811199999012"));
    }

    [TestCase("1900199999017", "47", "1990-01-01")]
    [TestCase("297022A020778", "77", "1997-02-26")]
    [TestCase("297022A020778", "78", "1997-02-27")]
    public async Task Should_reject_whom_it_does_not_know(string nir, string key, string birth)
    {
        var outcome = await _stand.AskAsync(nir, key, birth);

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Rejected>());
        Assert.That(CdriStand.Text(outcome), Does.Contain("code=\"hub_1\"").And.Contain("non normatif"));
    }

    [Test]
    public async Task Should_call_a_temporary_fault_unavailable()
    {
        var outcome = await _stand.AskAsync("1660499999015", "12", "1966-04-14");

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Unavailable>());
        Assert.That(((DeliveryOutcome.Unavailable)outcome).EndpointDown, Is.True);
    }

    [Test]
    public async Task Should_call_a_final_fault_rejected()
    {
        var outcome = await _stand.AskAsync("1670599999016", "75", "1967-05-15");

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Rejected>());
        Assert.That(((DeliveryOutcome.Rejected)outcome).Cause.Text, Does.Contain("desir_550"));
    }
}
