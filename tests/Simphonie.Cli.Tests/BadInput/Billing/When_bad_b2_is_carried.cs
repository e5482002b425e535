using System.Text;
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
        yield return Case("a record of 127 characters", SampleFile.Of(good.Select((record, at) => at == 4 ? record[..127] : record)), "?");
        yield return Case("a record of 127 characters in lines", SampleFile.Of(good.Select((record, at) => at == 4 ? record[..127] : record), "\r\n"), "?");
        yield return Case("a record of 129 characters", SampleFile.Of(good.Select((record, at) => at == 4 ? record + "7" : record)), "?");
        yield return Case("a record of 129 characters in lines", SampleFile.Of(good.Select((record, at) => at == 4 ? record + "7" : record), "\r\n"), "?");
        yield return Case("a record that was cut off", SampleFile.Bytes()[..^60], "?");
        yield return Case("a file that was cut off", SampleFile.Of(good.Take(9)), "?");
        yield return Case("a letter in a number", SampleFile.With(11, 83, "0000100O"), "?");
        yield return Case("a wrong total of an invoice", SampleFile.With(9, 42, "00002557"), "?");
        yield return Case("a wrong total of a lot", SampleFile.With(13, 25, "000006557"), "?");
        yield return Case("a wrong number of records", SampleFile.With(14, 56, "00000015"), "?");
        yield return Case("two heads", SampleFile.Of([good[0], .. good]), "?");
        yield return Case("no end", SampleFile.Of(good.Take(13)), "?");
        yield return Case("mixed norms", SampleFile.With(2, 79, "  "), "?");
        yield return Case("another invoice within an invoice", SampleFile.With(11, 30, "000000103"), "?");
        yield return Case("a lot number twice", SampleFile.Of([good[0], .. good[1..13], .. Renumbered(good[1..13]), good[13][..55] + "00000026" + good[13][63..82] + "002" + good[13][85..]]), "?");
        yield return Case("an invoice in two lots", SampleFile.Of([good[0], .. good[1..13], .. good[1..13].Select((record, at) => at == 0 ? Put(record, 20, "008") : at == 11 ? Put(record, 52, "008") : record), good[13][..55] + "00000026" + good[13][63..82] + "002" + good[13][85..]]), "?");

        static TestCaseData Case(string name, byte[] bytes, string first) => new TestCaseData(bytes, first).SetName($"Refuses {name}");
    }

    [TestCaseSource(nameof(Wrong))]
    [CancelAfter(20_000)]
    public async Task File(byte[] bytes, string first, CancellationToken cancellationToken)
    {
        var before = await _site.StandingAsync(cancellationToken);
        var message = await _site.DropAsync("gap-b2", bytes, cancellationToken);
        var handling = message.State == Core.Messages.MessageState.Refused ? null : await _site.EndedAsync(message.Id, cancellationToken);

        TestContext.Out.WriteLine($"{message.State} {handling?.State} {handling?.CauseCode} {handling?.CausePlace} {handling?.CauseText} | {string.Join(" ; ", message.Findings.Take(3))}");
        BillingSite.AssertKept(message, bytes);
        Assert.That(await _site.StandingAsync(cancellationToken), Is.EqualTo(before), "nothing is carried, no case is opened");
        Assert.That(first, Is.EqualTo("?"));
    }

    private static string Put(string record, int position, string text) => string.Concat(record.AsSpan(0, position - 1), text, record.AsSpan(position - 1 + text.Length));

    private static IEnumerable<string> Renumbered(IEnumerable<string> lot) => lot.Select(record => record.Replace("00000010", "00000020", StringComparison.Ordinal));
}
