using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>The codes that a format has for faults of fields.</summary>
internal sealed record FaultCodes
{
    public required DiagnosticCode Unprintable { get; init; }

    public required DiagnosticCode NotDigits { get; init; }

    public required DiagnosticCode Missing { get; init; }

    public required DiagnosticCode NotFixed { get; init; }

    public required DiagnosticCode UnknownCode { get; init; }

    public required DiagnosticCode OddCode { get; init; }

    public required DiagnosticCode NotADate { get; init; }

    public required DiagnosticCode WrongNirKey { get; init; }

    public required DiagnosticCode WrongFinessKey { get; init; }

    public required DiagnosticCode UncheckedFinessKey { get; init; }

    public required DiagnosticCode NotBlank { get; init; }

    /// <summary>The finding for a fault of a record that stands at an offset of its file.</summary>
    public Diagnostic Finding(in FieldFault fault, string record, long number, long offset)
    {
        return Finding(fault, record, FixedPlace.Of(number, fault.From, LastPosition(fault), offset));
    }

    /// <summary>The finding for a fault, for a format that has places of its own.</summary>
    public Diagnostic Finding(in FieldFault fault, string record, Place place)
    {
        var (code, text) = fault.Kind switch
        {
            FieldFaultKind.Unprintable => (Unprintable, "holds a character outside of printable ASCII (32 to 126)"),
            FieldFaultKind.NotDigits => (NotDigits, "must be digits"),
            FieldFaultKind.Missing => (Missing, "must be filled"),
            FieldFaultKind.NotFixed => (NotFixed, $"must be '{fault.Field.Fixed}'"),
            FieldFaultKind.UnknownCode => (UnknownCode, $"is none of the codes of the list {fault.Field.Codes?.Name}"),
            FieldFaultKind.OddCode => (OddCode, $"is none of the known codes of the list {fault.Field.Codes?.Name}"),
            FieldFaultKind.NotADate => (NotADate, "must be a date AAMMJJ"),
            FieldFaultKind.WrongNirKey => (WrongNirKey, "does not agree with the key behind it"),
            FieldFaultKind.WrongFinessKey => (WrongFinessKey, "does not end with its key"),
            FieldFaultKind.UncheckedFinessKey => (UncheckedFinessKey, "has a letter of Corsica, for which the key is not checked"),
            _ => (NotBlank, "must be blank"),
        };
        var field = fault.Field;
        return Diagnostic.Of(code, place, field.IsFiller ? $"{record}: these positions {text}" : $"{record}: {field.Name} ({field.Label}) {text}");
    }

    /// <summary>Last position that a fault speaks of: one that cannot be printed is named alone.</summary>
    public static int LastPosition(in FieldFault fault) => fault.Kind == FieldFaultKind.Unprintable ? fault.From : fault.Field.To;
}
