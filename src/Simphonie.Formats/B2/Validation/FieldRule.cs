using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth.Checking;

namespace Simphonie.Formats.B2.Validation;

/// <summary>The fields of each record by its layout. Says nothing and allocates nothing for a good one.</summary>
internal sealed class FieldRule(FindingSink findings)
{
    private static readonly FaultCodes Codes = new()
    {
        Unprintable = B2Codes.Unprintable,
        NotDigits = B2Codes.NotDigits,
        Missing = B2Codes.Missing,
        NotFixed = B2Codes.NotFixed,
        UnknownCode = B2Codes.UnknownCode,
        OddCode = B2Codes.OddCode,
        NotADate = B2Codes.NotADate,
        WrongNirKey = B2Codes.WrongNirKey,
        WrongFinessKey = B2Codes.WrongFinessKey,
        UncheckedFinessKey = B2Codes.UncheckedFinessKey,
        NotBlank = B2Codes.NotBlank,
    };

    private readonly KeyMemory _keys = new();
    private readonly List<FieldFault> _faults = [];

    public bool Passes(B2Layout layout, ReadOnlySpan<byte> record) => layout.Record.Check.Passes(record, _keys);

    public void Find(B2Layout layout, ReadOnlySpan<byte> record)
    {
        _faults.Clear();
        layout.Record.Check.Find(record, _faults);
        foreach (var fault in _faults)
        {
            findings.Add(Codes.Finding(in fault, $"record {layout.Name}", findings.Number, findings.Offset));
        }
    }
}
