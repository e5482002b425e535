using System.Globalization;

namespace Simphonie.Formats.Hl7v2.Writing;

/// <summary>Paths of built parts, in the form that documents use: <c>IN1[2]-3[2].4.1</c>.</summary>
internal static class OutputPaths
{
    public static string Of(OutputPart part) => part.Level switch
    {
        OutputLevel.Message => "message",
        OutputLevel.Segment => string.Create(CultureInfo.InvariantCulture, $"{part.Name}[{part.Position}]"),
        OutputLevel.Field => string.Create(CultureInfo.InvariantCulture, $"{Of(part.Parent!)}-{part.Position}"),
        OutputLevel.Repetition when part.Position == 1 => Of(part.Parent!),
        OutputLevel.Repetition => string.Create(CultureInfo.InvariantCulture, $"{Of(part.Parent!)}[{part.Position}]"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Of(part.Parent!)}.{part.Position}"),
    };
}
