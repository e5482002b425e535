using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>Whose part a rejection is about.</summary>
internal static class RejectedPart
{
    /// <summary>Number of the part (198, 199) that a rejection names; 0 when it names none and so is of the part before it.</summary>
    public static int Of(NoemieDocument document, int index)
    {
        var entity = document.Entities[index];
        return entity.Number == EntityNumber.Rejection && entity.Type?.Layout.Field("part") is { } field ? Of(document.BytesOf(entity, field)) : 0;
    }

    /// <summary>The same over the code as written.</summary>
    public static int Of(ReadOnlySpan<byte> code) => code switch
    {
        [(byte)'O'] => EntityNumber.AmoPart,
        [(byte)'C'] => EntityNumber.AmcPart,
        _ => 0,
    };

    public static bool IsRejected(NoemieDocument document, int index)
    {
        var entity = document.Entities[index];
        return entity.Type?.Layout.Field("state") is { } field && document.BytesOf(entity, field) is [(byte)'R'];
    }
}
