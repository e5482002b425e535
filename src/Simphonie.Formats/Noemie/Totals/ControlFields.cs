using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Totals;

/// <summary>The fields of an entity 990.</summary>
internal sealed record ControlFields(FixedField Closed, FixedField Count, FixedField Amount, FixedField Sign)
{
    public static ControlFields Of(NoemieSchema schema)
    {
        var control = schema.Require(EntityHead.ControlNumber);
        return new(control.Field("closed"), control.Field("count"), control.Field("amount"), control.Field("sign"));
    }

    /// <summary>The level that the identification begins with, null when it does not begin with two digits.</summary>
    public int? Level(ReadOnlySpan<byte> entity)
    {
        var written = Closed.In(entity);
        return written.Length >= 2 && char.IsAsciiDigit((char)written[0]) && char.IsAsciiDigit((char)written[1]) ? ((written[0] - '0') * 10) + written[1] - '0' : null;
    }
}
