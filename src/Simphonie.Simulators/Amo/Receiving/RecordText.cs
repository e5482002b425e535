using System.Text;
using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>Fields of a B2 record as text.</summary>
internal static class RecordText
{
    /// <summary>Without the spaces around it; empty when the layout has no such field.</summary>
    public static string Of(B2Layout layout, string field, ReadOnlySpan<byte> record) =>
        layout.Record.Field(field) is { } found ? Encoding.Latin1.GetString(found.In(record)).Trim(' ') : "";
}
