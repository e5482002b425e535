using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Validation;

namespace Simphonie.Formats.Tests.B2.Validation;

public sealed class When_a_good_file_is_read
{
    [TestCase("")]
    [TestCase("\r")]
    [TestCase("\n")]
    [TestCase("\r\n")]
    public void Should_find_nothing(string separator) => Assert.That(B2Files.Validate(SampleFile.Bytes(separator)), Is.Empty);

    [Test]
    public void Should_find_nothing_when_the_last_separator_is_missing() =>
        Assert.That(B2Files.Validate(SampleFile.Bytes("\r\n")[..^2]), Is.Empty);

    [Test]
    public void Should_count_what_it_read()
    {
        var summary = new B2Validator(B2Files.Cp2023, []).Run(SampleFile.Bytes("\n"), CancellationToken.None);

        Assert.That(summary, Is.EqualTo(new B2Summary(14, 14 * 129, 0)));
    }

    [TestCase(1)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(1000)]
    public void Should_read_it_in_pieces_of_any_size(int size)
    {
        var findings = new DiagnosticBag();
        var summary = new B2Validator(B2Files.Cp2023, findings).Run(Pieces.Of(SampleFile.Bytes(), size), CancellationToken.None);

        Assert.That(findings, Is.Empty);
        Assert.That(summary.Records, Is.EqualTo(14));
    }

    [Test]
    public void Should_show_every_record()
    {
        var seen = new RecordNames();
        new B2Validator(B2Files.Cp2023, [], visitor: seen).Run(new MemoryStream(SampleFile.Bytes()), CancellationToken.None);

        Assert.That(seen.Names, Is.EqualTo(new[] { "000", "1", "2CP", "2SCP", "3", "3S", "4CP", "4M", "5CP", "2CP", "3", "5CP", "6", "999" }));
    }

    private sealed class RecordNames : IB2Visitor
    {
        public List<string> Names { get; } = [];

        public void Visit(in B2Record record) => Names.Add(record.Layout?.Name ?? "?");
    }
}
