using Simphonie.Formats.FixedWidth.Checking;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Validation;

/// <summary>Every field of every entity against its layout. An entity that is too short is looked at as if its end were blank. For one file.</summary>
internal sealed class FieldCheck(FindingList findings)
{
    private static readonly FaultCodes Codes = new()
    {
        Unprintable = NoemieCodes.Unprintable,
        NotDigits = NoemieCodes.NotDigits,
        Missing = NoemieCodes.Missing,
        NotFixed = NoemieCodes.NotFixed,
        UnknownCode = NoemieCodes.WrongCode,
        OddCode = NoemieCodes.UnknownCode,
        NotADate = NoemieCodes.NotADate,
        WrongNirKey = NoemieCodes.WrongKey,
        WrongFinessKey = NoemieCodes.WrongKey,
        UncheckedFinessKey = NoemieCodes.WrongKey,
        NotBlank = NoemieCodes.NotBlank,
    };

    private readonly KeyMemory _keys = new();
    private readonly List<FieldFault> _faults = [];

    public void See(EntityReader entity)
    {
        if (entity.Type is not { } type || type.Layout.Check.Passes(entity.Bytes, _keys) || findings.IsFull)
        {
            return;
        }

        _faults.Clear();
        type.Layout.Check.Find(Padded(entity.Bytes, type), _faults);
        foreach (var fault in _faults)
        {
            findings.Add(Codes.Finding(fault, type.Layout.Label, entity.PlaceOf(fault.From, FaultCodes.LastPosition(fault))));
        }
    }

    private static byte[] Padded(ReadOnlySpan<byte> entity, EntityType type)
    {
        var padded = new byte[type.Layout.Length];
        padded.AsSpan().Fill((byte)' ');
        var ends = type.Number is not (EntityHead.HeaderNumber or EntityHead.TrailerNumber);
        var own = ends && entity.Length > 0 && entity[^1] == EntityHead.End ? entity[..^1] : entity;
        own[..Math.Min(own.Length, padded.Length)].CopyTo(padded);
        if (ends)
        {
            // What is wrong with the end was said when the entity was read.
            padded[^1] = EntityHead.End;
        }

        return padded;
    }
}
