namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>Says what is wrong with one field of a record that did not pass. At most one fault a field: the first that makes the others meaningless.</summary>
internal static class FieldCheck
{
    public static void Find(FixedField field, ReadOnlySpan<byte> record, List<FieldFault> into)
    {
        var bytes = record.Slice(field.Start, field.Length);
        if (bytes.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is >= 0 and var at)
        {
            into.Add(new(FieldFaultKind.Unprintable, field, field.From + at));
        }
        else if (Kind(field, bytes, record) is { } kind)
        {
            into.Add(new(kind, field));
        }
    }

    private static FieldFaultKind? Kind(FixedField field, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> record)
    {
        var blank = bytes.IndexOfAnyExcept((byte)' ') < 0;
        var zero = bytes.IndexOfAnyExcept((byte)'0') < 0;
        if (field.IsFiller)
        {
            return blank || (zero && field.Type == FieldType.Digits) ? null : FieldFaultKind.NotBlank;
        }

        if (blank)
        {
            var allowed = !field.Mandatory || field.Codes?.LabelOf("") is not null;
            return allowed ? null : FieldFaultKind.Missing;
        }

        if (field.Type == FieldType.Digits && field.Key != FieldKey.Finess && bytes.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return FieldFaultKind.NotDigits;
        }

        if (zero && field.NotZero && field.Mandatory)
        {
            return FieldFaultKind.Missing;
        }

        return zero && FieldTest.ZeroMeansNone(field) ? null : Meaning(field, bytes, record);
    }

    private static FieldFaultKind? Meaning(FixedField field, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> record)
    {
        if (field.Fixed is { } value && !System.Text.Ascii.Equals(bytes, value))
        {
            return FieldFaultKind.NotFixed;
        }

        if (field.Codes is { } list && !new CodeSet(list, field.Length).Contains(bytes))
        {
            return list.IsOpen ? FieldFaultKind.OddCode : FieldFaultKind.UnknownCode;
        }

        if ((field.Content == FieldContent.Date && !FixedDate.IsDay(bytes)) || (field.Content == FieldContent.BirthDate && !FixedDate.IsBirth(bytes)))
        {
            return FieldFaultKind.NotADate;
        }

        return field.Key switch
        {
            FieldKey.Nir when !KeyCheck.Nir(record.Slice(field.Start, National.Nir.FullLength)) => FieldFaultKind.WrongNirKey,
            FieldKey.Finess => KeyCheck.Finess(bytes) switch
            {
                FinessKey.Wrong => FieldFaultKind.WrongFinessKey,
                FinessKey.Unknown => FieldFaultKind.UncheckedFinessKey,
                FinessKey.NotANumber => FieldFaultKind.NotDigits,
                _ => null,
            },
            _ => null,
        };
    }
}
