using FsCheck;
using FsCheck.Fluent;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

/// <summary>Whatever a sender writes, an edit without changes gives it back.</summary>
public sealed class When_any_message_is_edited
{
    private const string Header = "MSH|^~\\&|GAM|CH|HUB|CH|20240306||ADT^A01^ADT_A01|1|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8";

    private static readonly Gen<string> s_piece = Gen.Elements("", "\"\"", "A", "20240101", "\\F\\", "x y", "é");

    private static readonly Gen<string> s_field =
        from repetitions in Joined(Joined(Joined(s_piece, '&'), '^'), '~')
        select repetitions;

    private static readonly Gen<string> s_segment =
        from name in Gen.Elements("EVN", "PID", "PV1", "ZBE", "IN1", "IN2", "IN3", "ZZZ")
        from fields in s_field.ListOf()
        select string.Join('|', [name, .. fields.Take(60)]);

    [Test]
    public void Should_give_the_same_bytes_when_nothing_is_changed()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Pam, "make:\n  - edit: \"%message\"\n    changes: []\n");

        Prop.ForAll(s_segment.ListOf().ToArbitrary(), segments =>
        {
            var text = string.Join('\r', [Header, .. segments.Take(30)]) + "\r";
            return PamBench.Text(PamBench.Run(mapping, PamBench.Message(text)).Output) == text;
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<string> Joined(Gen<string> part, char separator) =>
        from parts in part.ListOf()
        select string.Join(separator, parts.Take(3));
}
