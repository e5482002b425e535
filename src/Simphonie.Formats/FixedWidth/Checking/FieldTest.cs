namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>A rule of one field that masks of the whole record cannot tell.</summary>
internal enum FieldTestKind
{
    NotBlank,
    NotZero,
    BlankOrZero,
    Fixed,
    Code,
    Day,
    Birth,
    Nir,
    Finess,
}

/// <summary>One such rule, ready to run.</summary>
internal readonly struct FieldTest(FieldTestKind kind, FixedField field, CodeSet? codes = null)
{
    public readonly FieldTestKind Kind = kind;
    public readonly int Start = field.Start;
    public readonly int Length = field.Length;

    /// <summary>A blank field passes.</summary>
    public readonly bool BlankPasses = !field.Mandatory;

    /// <summary>A field of zeros passes: an optional number that is not given, or a date that may be left out.</summary>
    public readonly bool ZeroPasses = ZeroMeansNone(field);
    public readonly FieldMask Mask = new(field.Start, field.Length);
    public readonly CodeSet? Codes = codes;
    public readonly byte[] Expected = field.Fixed is null ? [] : System.Text.Encoding.ASCII.GetBytes(field.Fixed);

    /// <summary>True when zeros are how such a field says that it has no value.</summary>
    public static bool ZeroMeansNone(FixedField field) =>
        field.Type == FieldType.Digits && (!field.Mandatory || (!field.NotZero && field.Content is FieldContent.Date or FieldContent.BirthDate));
}
