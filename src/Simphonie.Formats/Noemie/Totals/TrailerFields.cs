using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Totals;

/// <summary>The fields of the entity 999 that count.</summary>
internal sealed record TrailerFields(FixedField Records, FixedField Lots, FixedField Amount, FixedField Sign)
{
    public static TrailerFields Of(NoemieSchema schema)
    {
        var trailer = schema.Require(EntityHead.TrailerNumber);
        return new(trailer.Field("records"), trailer.Field("lots"), trailer.Field("amount"), trailer.Field("sign"));
    }
}
