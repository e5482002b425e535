namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>What is wrong with a field.</summary>
internal enum FieldFaultKind
{
    Unprintable,
    NotDigits,
    Missing,
    NotFixed,
    UnknownCode,
    OddCode,
    NotADate,
    WrongNirKey,
    WrongFinessKey,
    UncheckedFinessKey,
    NotBlank,
}

/// <summary>One fault of one record.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Field">Where.</param>
/// <param name="From">First wrong position, from 1, when it is not the field's own.</param>
internal readonly record struct FieldFault(FieldFaultKind Kind, FixedField Field, int From)
{
    public FieldFault(FieldFaultKind kind, FixedField field)
        : this(kind, field, field.From)
    {
    }
}
