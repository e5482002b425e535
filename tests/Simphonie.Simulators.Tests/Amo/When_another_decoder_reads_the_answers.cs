using Simphonie.Channels.Tests.Peers;
using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Formats.Tests.Noemie.Peers;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Tests.Amo;

/// <summary>Everything that the simulated AMO can say, over hundreds of seeds: each file passes the product's whole validation and the decoder in Python, and both read the same.</summary>
public sealed class When_another_decoder_reads_the_answers
{
    private const int Seeds = 300;

    [Test]
    public async Task Should_agree_on_every_total_and_part_of_every_answer()
    {
        var folder = Directory.CreateTempSubdirectory("amo-answers-");
        try
        {
            var (files, expected) = Make(folder.FullName);
            var peers = await NoemiePeer.AskAsync(Peer.Folder, files, TestContext.CurrentContext.CancellationToken);

            Assert.That(peers.Select(peer => peer.Good), Has.All.True);
            Assert.That(peers.Select(peer => $"{peer.Total}: {string.Join("; ", peer.Parts)}"), Is.EqualTo(expected));
            Assert.That(files, Has.Count.GreaterThan(2 * Seeds), "an acknowledgement and a return each, and later returns");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (List<string> Files, List<string> Expected) Make(string folder)
    {
        var (files, expected) = (new List<string>(), new List<string>());
        foreach (var seed in Enumerable.Range(0, Seeds))
        {
            using var stand = new AmoStand(Settings(seed));
            Assert.That(stand.Take(SampleFile.Bytes()), Is.Empty);
            foreach (var (name, bytes) in stand.AnswersAfter(TimeSpan.FromDays(1)))
            {
                var acknowledgement = name.EndsWith("-arl.dat", StringComparison.Ordinal);
                Assert.That(stand.Validate(bytes, acknowledgement), Is.Empty, $"seed {seed}, {name}");
                var (head, items) = acknowledgement ? stand.ReadAcknowledgement(bytes) : stand.Read(bytes);
                expected.Add($"{head!.Total}: {string.Join("; ", items.OfType<ReturnItem.Part>().Select(Shown))}");
                files.Add(Path.Combine(folder, $"{seed}-{name}"));
                File.WriteAllBytes(files[^1], bytes);
            }
        }

        return (files, expected);
    }

    private static AmoSettings Settings(int seed) => new()
    {
        Seed = seed,
        RejectionsPerTenThousand = 2000,
        PartlyPaidPerTenThousand = 2000,
        PartlyPaidPercent = seed % 100,
        DeferredPerTenThousand = 2000,
        AmcRejectionsPerTenThousand = 2000,
        DeductionsPerTenThousand = 5000,
        OneOffPaymentsPerTenThousand = 5000,
        LotsRefusedPerTenThousand = 1000,
        Faults = new() { SameReturnTwice = seed % 2 == 0, UnknownInvoice = seed % 3 == 0, NegativeSign = seed % 5 == 0, YearOldInvoice = seed % 7 == 0 },
    };

    private static string Shown(ReturnItem.Part part) =>
        $"{part.Invoice} {part.Complement} {part.Lot} {part.Debtor} {" PRD"[(int)part.State]} {part.Asked} {part.Paid} {string.Join(',', part.Rejections.Select(rejection => rejection.Code))}";
}
