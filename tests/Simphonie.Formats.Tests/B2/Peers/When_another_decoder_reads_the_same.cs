using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Reading;

namespace Simphonie.Formats.Tests.B2.Peers;

/// <summary>A naive decoder in Python, written from the tables alone, reads and checks 10,000 files, half of them broken: every value and every finding must agree.</summary>
public sealed class When_another_decoder_reads_the_same
{
    private const int Files = 10_000;

    [Test]
    public async Task Should_agree_on_every_value_and_every_finding()
    {
        var corpus = Path.Combine(TestContext.CurrentContext.WorkDirectory, "b2-corpus.bin");
        var expected = new List<string>();
        using (var stream = File.Create(corpus))
        {
            for (var seed = 0; seed < Files; seed++)
            {
                var file = GeneratedFile.Of(seed);
                var bytes = seed % 2 == 0 ? file : PlantedErrors.In(file, seed);
                var length = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
                stream.Write(length);
                stream.Write(bytes);
                expected.Add(Own(bytes));
            }
        }

        var answered = await DecodeAsync(corpus);

        Assert.That(answered, Has.Length.EqualTo(Files));
        var differences = Enumerable.Range(0, Files).Where(seed => answered[seed] != expected[seed]).Select(seed => $"{seed}\n  own  {expected[seed]}\n  peer {answered[seed]}").ToList();
        Assert.That(differences.Take(5), Is.Empty, $"{differences.Count} of {Files} files");
        Assert.That(expected.Where((_, seed) => seed % 2 == 0), Has.All.Length.EqualTo(16), "a generated file is not good");
        File.Delete(corpus);
    }

    /// <summary>A digest of all values and the findings, as the peer prints them. Records of another length are checked and not decoded.</summary>
    private static string Own(byte[] bytes)
    {
        var document = (B2Document)new Formats.B2.B2Format().Read(bytes, B2Files.Cp2023);
        var values = new List<string>();
        Collect(document, document.Root, values);
        var findings = B2Files.Findings(bytes).Where(finding => finding.Code.Id != "SIM2526").Select(finding => $"{finding.Code.Id}@{finding.Place.Path}").ToList();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(string.Join('\n', values))))[..16];
        return findings.Count == 0 ? digest : $"{digest} {string.Join("; ", findings)}";
    }

    private static void Collect(B2Document document, Node node, List<string> values)
    {
        var children = new List<Node>();
        document.AppendChildren(node.Handle, children);
        foreach (var child in children)
        {
            var (number, _) = document.RecordOf(child);
            if (document.FieldOf(child) is not null && document.RecordAt(number - 1).Length == 128)
            {
                values.Add($"{number}.{child.Name}={child.Value.Text}");
            }

            Collect(document, child, values);
        }
    }

    private static async Task<string[]> DecodeAsync(string corpus)
    {
        var script = Path.Combine(B2Files.Root, "tests", "peers", "b2-decoder.py");
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, B2Files.SchemaFolder, corpus]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await error);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
