using FsCheck;
using FsCheck.Fluent;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

/// <summary>A generated message with any delimiters and terminators; its values hold no delimiter.</summary>
internal sealed record GeneratedMessage(string Text, string Delimiters)
{
    private const string Letters = "ABCDEFGHIJ0123456789 éèàœŸ\"";

    private static readonly string[] Sets = ["|^~\\&", "#@!%=", "$:*?;", "|;,/+"];

    public static Arbitrary<GeneratedMessage> Arbitrary => Generator.ToArbitrary();

    private static Gen<GeneratedMessage> Generator =>
        from delimiters in Gen.Elements(Sets)
        from terminator in Gen.Elements("\r", "\n", "\r\n")
        from segments in Segment(delimiters).ListOf()
        from trailing in Gen.Choose(0, 3)
        from patient in Fields(delimiters)
        select new GeneratedMessage(
            $"MSH{delimiters}{delimiters[0]}A{terminator}PID{patient}{terminator}{string.Concat(segments.Select(segment => segment + terminator))}{string.Concat(Enumerable.Repeat(terminator, trailing))}",
            delimiters);

    private static Gen<string> Segment(string delimiters) =>
        from name in Gen.Elements("EVN", "PV1", "ZBE", "OBX", "ROL", "IN1", "ZZZ")
        from fields in Fields(delimiters)
        select name + fields;

    private static Gen<string> Fields(string delimiters) =>
        from fields in Field(delimiters).ListOf()
        select string.Concat(fields.Select(field => delimiters[0] + field));

    private static Gen<string> Field(string delimiters) =>
        from repetitions in Joined(Joined(Joined(Leaf, delimiters[4]), delimiters[1]), delimiters[2])
        select repetitions;

    private static Gen<string> Joined(Gen<string> part, char separator) =>
        from count in Gen.Frequency((5, Gen.Constant(1)), (2, Gen.Choose(2, 4)))
        from parts in part.ListOf(count)
        select string.Join(separator, parts);

    private static Gen<string> Leaf =>
        from length in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 8)))
        from letters in Gen.Elements(Letters.ToCharArray()).ListOf(length)
        select new string([.. letters]);
}
