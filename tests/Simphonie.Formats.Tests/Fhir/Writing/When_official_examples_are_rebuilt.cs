using System.Buffers;
using System.Text.Json;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir;

namespace Simphonie.Formats.Tests.Fhir.Writing;

[Parallelizable]
public sealed class When_official_examples_are_rebuilt
{
    [Test]
    public void Should_give_the_same_bytes_unchanged_and_equal_json_through_the_builder()
    {
        var format = new FhirFormat();
        var schema = FhirTestFiles.R4;
        var differences = new List<string>();
        var examples = FhirTestFiles.Examples();
        Parallel.ForEach(examples, file =>
        {
            var bytes = File.ReadAllBytes(file);
            var document = format.Read(bytes, schema);
            var same = new ArrayBufferWriter<byte>();
            format.Write(document, same);
            var builder = format.CreateBuilder(schema, null);
            builder.Copy(builder.Root, document.Root);
            var findings = new DiagnosticBag();
            var rebuilt = new ArrayBufferWriter<byte>();
            format.Write(builder.Build(findings), rebuilt);
            var difference = same.WrittenSpan.SequenceEqual(bytes) ? Difference(bytes, rebuilt.WrittenMemory) : "the bytes changed";
            if (difference is not null || findings.Count > 0 || document.Findings.Count > 0)
            {
                lock (differences)
                {
                    differences.Add($"{Path.GetFileName(file)}: {difference} {string.Join("; ", findings.Concat(document.Findings).Take(3))}");
                }
            }
        });

        Assert.Multiple(() =>
        {
            Assert.That(examples, Has.Count.EqualTo(5306));
            Assert.That(differences, Is.Empty);
        });
    }

    private static string? Difference(ReadOnlyMemory<byte> original, ReadOnlyMemory<byte> rebuilt)
    {
        var options = new JsonDocumentOptions { MaxDepth = 200 };
        using var left = JsonDocument.Parse(original, options);
        using var right = JsonDocument.Parse(rebuilt, options);
        return Json.Difference(left.RootElement, right.RootElement);
    }
}
