using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Returns;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.Noemie.Returns;

/// <summary>Acknowledgements on the hub's own profile: the layout of the national ones is not public.</summary>
public sealed class When_lots_are_acknowledged
{
    private static readonly NoemieSchema s_schema = (NoemieSchema)new NoemieSchemaLoader().Load(Path.Combine(FhirTestFiles.Root, "schemas", "noemie", "arl-hub-1.yaml"), new DiagnosticBag())!;

    private readonly NoemieReturns _returns = new();

    [Test]
    public void Should_say_of_each_lot_whether_it_was_taken()
    {
        var bytes = Acknowledgement(2, Answer("A00012", 12, "260301", 'A', ""), Answer("A00013", 13, "260302", 'R', "5001"));
        var head = _returns.Verify(bytes, s_schema, new DiagnosticBag());

        Assert.That((head!.Items, head.World, head.Reference), Is.EqualTo((2L, World.Test, "ARL1")));
        var answers = _returns.Items(bytes, s_schema, 0).Cast<ReturnItem.LotAnswer>().ToList();
        Assert.That(answers.Select(one => (one.Ordinal, one.FileId, one.Lot, one.LotDate, one.Accepted, one.Code)), Is.EqualTo(new (long, string, int, DateOnly?, bool, string?)[]
        {
            (0, "A00012", 12, new(2026, 3, 1), true, null),
            (1, "A00013", 13, new(2026, 3, 2), false, "5001"),
        }));
        Assert.That(_returns.Items(bytes, s_schema, 1).Single().Ordinal, Is.EqualTo(1));
    }

    [Test]
    public void Should_not_take_one_whose_count_is_wrong() =>
        Assert.That(_returns.Verify(Acknowledgement(3, Answer("A00012", 12, "260301", 'A', "")), s_schema, new DiagnosticBag()), Is.Null);

    private static byte[] Acknowledgement(long count, params string[] answers) => Encoding.Latin1.GetBytes(string.Concat(
        [EntityLines.Header(exchange: "ARL1"), "04001000000750000010@", .. answers, EntityLines.Control(count, 0), EntityLines.Trailer(answers.Length + 4, 0, 0)]));

    private static string Answer(string file, int lot, string date, char result, string code) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"09002{file}{lot:000}{date}{result}{code,-4}{"",-60}@");
}
