using Simphonie.Core.Messages;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>What a return is known by: sender, file id, date and reference of the exchange (000: 6-19, 50-55, 56-61, 62-65).</summary>
/// <param name="Issuer">Who sends it.</param>
/// <param name="File">The sender's id of the file.</param>
/// <param name="Created">Date as written.</param>
/// <param name="Exchange">Reference of the exchange, such as <c>0908</c>.</param>
/// <param name="World">Real or test (000, 71); null when it is none of the known marks.</param>
internal sealed record ReturnIdentity(string Issuer, string File, string Created, string Exchange, World? World)
{
    /// <summary>The same whatever the framing or channel is.</summary>
    public string Text => $"{Issuer}/{File}/{Created}/{Exchange}";

    public static ReturnIdentity Read(ReadOnlySpan<byte> header, NoemieSchema schema)
    {
        var type = schema.Require(EntityHead.HeaderNumber);
        return new ReturnIdentity(
            EntityTexts.Of(type, "issuer", header),
            EntityTexts.Of(type, "file", header),
            EntityTexts.Of(type, "created", header),
            EntityTexts.Of(type, "exchange", header),
            WorldOf(type.Field("world").In(header)));
    }

    private static World? WorldOf(ReadOnlySpan<byte> mark) => mark switch
    {
        [(byte)' ' or (byte)'R'] => Core.Messages.World.Real,
        [(byte)'T' or (byte)'D'] => Core.Messages.World.Test,
        _ => null,
    };
}
