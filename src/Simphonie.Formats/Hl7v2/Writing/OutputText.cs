using Simphonie.Core.Documents;

namespace Simphonie.Formats.Hl7v2.Writing;

/// <summary>Values as HL7 v2 writes them: dates and times without marks, booleans as Y and N.</summary>
internal static class OutputText
{
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Boolean => value.Boolean ? "Y" : "N",
        ValueKind.Date or ValueKind.DateTime or ValueKind.Time => Compact(value.Text),
        _ => value.Text,
    };

    /// <summary><c>2024-03-06T11:00:00+01:00</c> becomes <c>20240306110000+0100</c>.</summary>
    private static string Compact(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var date = time < 0 ? text : text[..time];
        var clock = time < 0 ? "" : text[(time + 1)..];
        return date.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal) +
            clock.Replace(":", "", StringComparison.Ordinal).Replace("Z", "+0000", StringComparison.Ordinal);
    }
}
