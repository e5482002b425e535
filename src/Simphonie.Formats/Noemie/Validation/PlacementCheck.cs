using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Validation;

/// <summary>What entities ask of each other: a part stands in an invoice and its state agrees with its amount; 000 and 999 name the same file.</summary>
internal sealed class PlacementCheck(FindingList findings)
{
    private static readonly string[] SameInBoth = ["issuerType", "issuer", "recipient", "file"];

    private EntityContext _context;
    private byte[] _header = [];
    private EntityType? _headerType;

    public void See(EntityReader entity)
    {
        _context.See(entity.Number, entity.Index);
        if (entity.IsHeader)
        {
            _header = entity.Bytes.ToArray();
            _headerType = entity.Type;
        }
        else if (entity.IsTrailer)
        {
            CompareEnds(entity);
        }
        else if (EntityNumber.IsPart(entity.Number))
        {
            CheckPart(entity);
        }
    }

    private void CheckPart(EntityReader entity)
    {
        if (_context.Invoice == 0)
        {
            findings.Add(NoemieCodes.OutsideInvoice, entity.PlaceOf(), "no invoice (100, 102) is open that this part could belong to");
        }

        var type = entity.Type!;
        var state = type.Field("state");
        if (state.In(entity.Bytes) is not [(byte)'P'] && type.Field("paid").In(entity.Bytes).ContainsAnyExcept((byte)'0', (byte)' '))
        {
            findings.Add(NoemieCodes.StateAgainstAmount, entity.PlaceOf(state.From, state.To), "the part is not paid and has a paid amount");
        }
    }

    private void CompareEnds(EntityReader entity)
    {
        foreach (var name in SameInBoth)
        {
            var field = entity.Type!.Field(name);
            if (!field.In(entity.Bytes).SequenceEqual((_headerType?.Layout.Field(name) ?? field).In(_header)))
            {
                findings.Add(NoemieCodes.EndsDiffer, entity.PlaceOf(field.From, field.To), $"{field.Name} ({field.Label}) is not that of the entity 000");
            }
        }
    }
}
