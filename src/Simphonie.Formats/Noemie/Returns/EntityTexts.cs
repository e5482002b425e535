using System.Globalization;
using System.Text;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>Fields of an entity as text, days and numbers.</summary>
internal static class EntityTexts
{
    private const int FinessLength = 9;

    /// <summary>Without the spaces at its end; empty when the layout has no such field.</summary>
    public static string Of(EntityType type, string name, ReadOnlySpan<byte> entity) =>
        type.Layout.Field(name) is { } field ? Encoding.Latin1.GetString(field.In(entity)).TrimEnd(' ') : "";

    public static DateOnly? Day(EntityType type, string name, ReadOnlySpan<byte> entity) =>
        type.Layout.Field(name) is { } field && field.In(entity) is { Length: FixedDate.Length } bytes ? FixedDate.Read(bytes, birth: false, null) : null;

    /// <summary>0 when it is blank or no number.</summary>
    public static int Number(EntityType type, string name, ReadOnlySpan<byte> entity) =>
        int.TryParse(Of(type, name, entity), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Cents without sign; what is no number was found when the return was verified.</summary>
    public static long Cents(EntityType type, string name, ReadOnlySpan<byte> entity) =>
        type.Layout.Field(name) is { } field && Amount.TryRead(field.In(entity), out var cents) ? cents : 0;

    public static long SignedCents(EntityType type, string name, ReadOnlySpan<byte> entity) =>
        type.Layout.Field("sign") is { } sign && sign.In(entity) is [Amount.Negative] ? -Cents(type, name, entity) : Cents(type, name, entity);

    /// <summary>The FINESS in a number of fifteen digits: without the zeros that fill it up on its left.</summary>
    public static string Finess(string number) =>
        number.Length > FinessLength && !number.AsSpan(0, number.Length - FinessLength).ContainsAnyExcept('0') ? number[^FinessLength..] : number;
}
