using Simphonie.Formats.Tests.B2;

namespace Simphonie.Cli.Tests.BadInput.Billing;

/// <summary>
/// What the establishment's own software gets wrong in its B2 files, by the folder of a running hub: each is kept whole, nothing of it is carried and no case is opened,
/// and the place is told. The sample's records: 000, 1, 2, 2S, 3, 3S, 4, 4M, 5, 2, 3, 5, 6, 999.
/// </summary>
public sealed class When_bad_b2_is_carried
{
    private BillingSite _site = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _site = new BillingSite();
        await _site.Site.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _site.DisposeAsync();

    private static IEnumerable<TestCaseData> Wrong()
    {
        var good = SampleFile.Records;
        yield return Case("a record of 127 characters", SampleFile.Of(good.Select((record, at) => at == 4 ? record[..127] : record)), "record 5 SIM2502");
        yield return Case("a record of 127 characters in lines", SampleFile.Of(good.Select((record, at) => at == 4 ? record[..127] : record), "\r\n"), "record 5 SIM2502");
        yield return Case("a record of 129 characters", SampleFile.Of(good.Select((record, at) => at == 4 ? record + "7" : record)), "record 5 SIM2502");
        yield return Case("a record of 129 characters in lines", SampleFile.Of(good.Select((record, at) => at == 4 ? record + "7" : record), "\r\n"), "record 5 SIM2502");
        yield return Case("a record that was cut off", SampleFile.Bytes()[..^60], "record 14 SIM2503");
        yield return Case("a file that was cut off", SampleFile.Of(good.Take(9)), "record 9 SIM2522");
        yield return Case("a letter in a number", SampleFile.With(11, 83, "0000100O"), "record 11, 83-90 SIM2505");
        yield return Case("a wrong total of an invoice", SampleFile.With(9, 42, "00002557"), "record 9, 42-49 SIM2516");
        yield return Case("a wrong total of a lot", SampleFile.With(13, 25, "000006557"), "record 13, 25-33 SIM2516");
        yield return Case("a wrong number of records", SampleFile.With(14, 56, "00000015"), "record 14, 56-63 SIM2515");
        yield return Case("two heads", SampleFile.Of([good[0], .. good]), "record 2 SIM2521");
        yield return Case("no end", SampleFile.Of(good.Take(13)), "record 13 SIM2522");
        yield return Case("a lot of no norm", SampleFile.With(2, 79, "  "), "record 2, 79-80 SIM2506");
        yield return Case("a lot of another norm", SampleFile.With(2, 79, "XX"), "record 2, 79-80 SIM2524");
        yield return Case("another invoice within an invoice", SampleFile.With(11, 30, "000000103"), "record 11, 30-38 SIM2517");
        yield return Case("a lot number twice", SampleFile.Of([good[0], .. good[1..13], .. Renumbered(good[1..13]), good[13][..55] + "00000026" + good[13][63..82] + "002" + good[13][85..]]), "record 14, 20-22 SIM2519");
        yield return Case("an invoice in two lots", SampleFile.Of([good[0], .. good[1..13], .. good[1..13].Select((record, at) => at == 0 ? Put(record, 20, "008") : at == 11 ? Put(record, 52, "008") : record), good[13][..55] + "00000026" + good[13][63..82] + "002" + good[13][85..]]), "record 15, 30-38 SIM2520");

        static TestCaseData Case(string name, byte[] bytes, string first) => new TestCaseData(bytes, first).SetName($"Refuses {name}");
    }

    [TestCaseSource(nameof(Wrong))]
    [CancelAfter(20_000)]
    public async Task File(byte[] bytes, string first, CancellationToken cancellationToken)
    {
        var before = await _site.StandingAsync(cancellationToken);
        var message = await _site.DropAsync("gap-b2", bytes, cancellationToken);
        var handling = await _site.EndedAsync(message.Id, cancellationToken);

        Assert.That($"{handling.CausePlace} {handling.CauseText}", Does.Contain($"validate: {first}"));
        BillingSite.AssertKept(message, bytes);
        Assert.That(await _site.StandingAsync(cancellationToken), Is.EqualTo(before), "nothing is carried, no case is opened");
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Should_carry_a_good_one_and_none_after_it_that_repeats_its_file_lot_or_invoice(CancellationToken cancellationToken)
    {
        var good = await _site.DropAsync("gap-b2", Answer.Sent(), cancellationToken);
        await _site.EndedAsync(good.Id, cancellationToken);
        await _site.CaseAsync("750000010/000000101/000100/amo", "sent", cancellationToken);
        Assert.That(_site.Sent.Select(System.IO.File.ReadAllBytes), Is.EqualTo(new[] { Answer.Sent() }), "byte for byte");
        var before = await _site.StandingAsync(cancellationToken);

        foreach (var (what, bytes, cause) in Repeating())
        {
            var message = await _site.DropAsync("gap-b2", bytes, cancellationToken);
            var handling = await _site.EndedAsync(message.Id, cancellationToken);
            Assert.That(handling.CauseCode, Is.EqualTo(cause), what);
            BillingSite.AssertKept(message, bytes);
            Assert.That(await _site.StandingAsync(cancellationToken), Is.EqualTo(before), what);
        }

        Assert.That(_site.Sent, Has.Length.EqualTo(1), "nothing else has left");
    }

    /// <summary>The good file with one thing of it used again, all else new.</summary>
    private static IEnumerable<(string What, byte[] Bytes, string Cause)> Repeating()
    {
        yield return ("the file id, with other invoices and another lot", Other("F00001", "008", "00000030"), "SIM4719");
        yield return ("the lot number, with other invoices in another file", Other("F00002", "007", "00000040"), "SIM4704");
        yield return ("the invoices, in another lot and file", Other("F00003", "009", "00000010"), "SIM4704");
    }

    private static byte[] Other(string file, string lot, string numbers) => SampleFile.Of(SampleFile.Records.Select((record, at) => at switch
    {
        0 or 13 => Put(record, 50, file),
        1 => Put(Put(record, 20, lot), 72, Answer.Today),
        12 => Put(record, 52, lot),
        _ => record.Replace("000000101", numbers + "1", StringComparison.Ordinal).Replace("000000102", numbers + "2", StringComparison.Ordinal),
    }));

    private static string Put(string record, int position, string text) => string.Concat(record.AsSpan(0, position - 1), text, record.AsSpan(position - 1 + text.Length));

    private static IEnumerable<string> Renumbered(IEnumerable<string> lot) => lot.Select(record => record.Replace("000000101", "000000201", StringComparison.Ordinal).Replace("000000102", "000000202", StringComparison.Ordinal));
}
