using System.Text;

namespace Simphonie.Formats.Tests.Noemie;

/// <summary>A return as entities, and as the bytes of both transports, made here from the published rules.</summary>
internal sealed record ReturnText(IReadOnlyList<string> Entities)
{
    private const int Block = 128;
    private const int Data = 127;

    /// <summary>One payment of two lots: an invoice paid by both, one rejected, one paid and taken back; a deduction and a single payment beside.</summary>
    public static ReturnText Sample { get; } = new(
    [
        EntityLines.Header(),
        EntityLines.Agent(),
        EntityLines.Payee(),
        EntityLines.Transfer(),
        EntityLines.ReturnKind(),
        EntityLines.Lot(),
        EntityLines.Invoice("260000001"),
        EntityLines.People(),
        EntityLines.AmoPart(7000, 'P', 7000),
        EntityLines.AmcPart(3000, 'P', 2500),
        EntityLines.Invoice("260000002"),
        EntityLines.People(),
        EntityLines.AmoPart(5000, 'R', 0),
        EntityLines.Rejection("0042", "DROITS FERMES"),
        EntityLines.AmcPart(1000, 'R', 0),
        EntityLines.Control(2, 9500, "03"),
        EntityLines.Lot(13, "260302"),
        EntityLines.Invoice("260000003", 13, "260302"),
        EntityLines.AmoPart(4000, 'P', 4000),
        EntityLines.Invoice("260000003", 13, "260302"),
        EntityLines.AmoPart(4000, 'P', -4000),
        EntityLines.Control(2, 0),
        EntityLines.ReturnKind("05"),
        EntityLines.Deduction(-1500),
        EntityLines.OneOff(2000),
        EntityLines.OneOffDetail(2000),
        EntityLines.Control(4, 10000, "02"),
        EntityLines.Control(1, 10000, "01"),
        EntityLines.Trailer(29, 2, 10000),
    ]);

    public byte[] Plain => Encoding.Latin1.GetBytes(string.Concat(Entities));

    /// <summary>Blocks of 128 bytes; the last data block is filled with spaces.</summary>
    public byte[] Blocks
    {
        get
        {
            var data = string.Concat(Entities.Skip(1).SkipLast(1));
            var blocks = new StringBuilder(Entities[0]);
            for (var at = 0; at < data.Length; at += Data)
            {
                var last = at + Data >= data.Length;
                blocks.Append(last ? '1' : '0').Append((last ? data[at..] : data.Substring(at, Data)).PadRight(Data));
            }

            return Encoding.Latin1.GetBytes(blocks.Append(Entities[^1]).ToString());
        }
    }

    /// <summary>The same with one entity replaced.</summary>
    public ReturnText With(int at, string entity) => new([.. Entities.Take(at), entity, .. Entities.Skip(at + 1)]);

    /// <summary>The same with an entity put in and the number of records of the 999 corrected.</summary>
    public ReturnText Insert(int at, string entity)
    {
        var trailer = Entities[^1];
        var count = int.Parse(trailer.AsSpan(55, 8), System.Globalization.CultureInfo.InvariantCulture) + 1;
        return new([.. Entities.Take(at), entity, .. Entities.Skip(at).SkipLast(1), $"{trailer[..55]}{count:00000000}{trailer[63..]}"]);
    }

    public int BlockCount => Blocks.Length / Block;
}
