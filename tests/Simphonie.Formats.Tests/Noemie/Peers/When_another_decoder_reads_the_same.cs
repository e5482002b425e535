using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Returns;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.Noemie.Peers;

/// <summary>Generated returns in both transports, a quarter of them with one digit of an amount or total changed.</summary>
public sealed class When_another_decoder_reads_the_same
{
    private const int Files = 4000;

    [Test]
    public async Task Should_agree_on_every_total_and_part()
    {
        var folder = Directory.CreateTempSubdirectory("noemie");
        try
        {
            var contents = Enumerable.Range(0, Files).Select(Content).ToList();
            var names = contents.Select((_, at) => Path.Combine(folder.FullName, $"{at:0000}")).ToList();
            for (var at = 0; at < Files; at++)
            {
                await File.WriteAllBytesAsync(names[at], contents[at], TestContext.CurrentContext.CancellationToken);
            }

            var peers = await NoemiePeer.AskAsync(FhirTestFiles.Peers, names, TestContext.CurrentContext.CancellationToken);

            Assert.That(peers, Has.Count.EqualTo(Files));
            for (var at = 0; at < Files; at++)
            {
                Compare(contents[at], peers[at], at);
            }

            Assert.That(peers.Count(peer => !peer.Good), Is.GreaterThan(Files / 5), "changed digits are found");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Compare(byte[] bytes, PeerReturn peer, int file)
    {
        var findings = new DiagnosticBag();
        var returns = new NoemieReturns();
        var head = returns.Verify(bytes, NoemieFiles.Ps, findings);

        Assert.That(head is not null, Is.EqualTo(peer.Good), $"file {file}: {string.Join('\n', findings)}");
        if (head is not null)
        {
            Assert.That(head.Total, Is.EqualTo(peer.Total), $"file {file}");
        }

        var parts = returns.Items(bytes, NoemieFiles.Ps, 0).OfType<ReturnItem.Part>().Select(Shown).ToList();
        Assert.That(parts, Is.EqualTo(peer.Parts), $"file {file}");
    }

    private static string Shown(ReturnItem.Part part) =>
        $"{part.Invoice} {part.Complement} {part.Lot} {part.Debtor} {" PRD"[(int)part.State]} {part.Asked} {part.Paid} {string.Join(',', part.Rejections.Select(rejection => rejection.Code))}";

    private static byte[] Content(int seed)
    {
        var random = new Random(seed);
        var text = GeneratedReturn.Of(seed);
        if (seed % 4 == 0)
        {
            text = Changed(text, random);
        }

        return random.Next(2) == 0 ? text.Plain : text.Blocks;
    }

    /// <summary>One digit of a paid amount, a control total or the end of file is another.</summary>
    private static ReturnText Changed(ReturnText text, Random random)
    {
        var places = new List<(int Entity, int At)>();
        for (var entity = 0; entity < text.Entities.Count; entity++)
        {
            var digit = text.Entities[entity][..3] switch { "990" => 40, "999" => 95, "250" => 36, _ => -1 };
            if (digit > 0)
            {
                places.Add((entity, digit));
            }
        }

        var (chosen, at) = places[random.Next(places.Count)];
        var line = text.Entities[chosen].ToCharArray();
        line[at] = (char)('0' + ((line[at] - '0' + random.Next(1, 10)) % 10));
        return text.With(chosen, new string(line));
    }
}
