using System.Globalization;
using System.Text;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Writing;

/// <summary>
/// One entity being written: its layout filled with zeros and spaces, its number, fixed values and <c>@</c> in place. Setters answer false when a value does not fit,
/// and leave the field as it was: no number is ever cut.
/// </summary>
internal sealed class EntityText
{
    private const byte Zero = (byte)'0';
    private const byte Space = (byte)' ';

    private readonly byte[] _bytes;

    public EntityText(EntityType type)
    {
        Type = type;
        _bytes = new byte[type.Layout.Length];
        foreach (var field in type.Layout.Fields)
        {
            _bytes.AsSpan(field.Start, field.Length).Fill(field.Type == FieldType.Digits && !field.IsFiller ? Zero : Space);
            if (field.Fixed is { } value)
            {
                Encoding.Latin1.GetBytes(value, _bytes.AsSpan(field.Start));
            }
        }

        if (type.Sign is { } sign)
        {
            _bytes[sign.Start] = Amount.Positive;
        }
    }

    public EntityType Type { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The level, which layouts place in 4-5; what a layout fixes is kept.</summary>
    public int Level
    {
        get => EntityHead.TryLevel(_bytes, out var level) ? level : EntityHead.NoLevel;
        set
        {
            if (Type.Layout.At(4) is { Fixed: null })
            {
                value.TryFormat(_bytes.AsSpan(3, 2), out _, "00", CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Takes the bytes of an entity of the same layout as they are.</summary>
    public bool Take(ReadOnlySpan<byte> entity)
    {
        if (entity.Length != _bytes.Length)
        {
            return false;
        }

        entity.CopyTo(_bytes);
        return true;
    }

    /// <summary>Text to the left, digits to the right.</summary>
    public bool SetText(FixedField field, ReadOnlySpan<char> text)
    {
        if (text.Length > field.Length || text.ContainsAnyExceptInRange(' ', 'ÿ'))
        {
            return false;
        }

        var into = _bytes.AsSpan(field.Start, field.Length);
        if (field.Type == FieldType.Digits && text.Length > 0)
        {
            into.Fill(Zero);
            return !text.ContainsAnyExceptInRange('0', '9') && Encoding.Latin1.TryGetBytes(text, into[^text.Length..], out _);
        }

        into.Fill(Space);
        return Encoding.Latin1.TryGetBytes(text, into, out _);
    }

    /// <summary>A number of as many digits as the field has; a negative one sets the sign behind it.</summary>
    public bool SetNumber(FixedField field, long value)
    {
        var sign = Type.Layout.At(field.To + 1) is { Name: "sign" } behind ? behind : null;
        Span<char> digits = stackalloc char[20];
        if ((value < 0 && sign is null) || !Math.Abs(value).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture) || !SetText(field, digits[..length]))
        {
            return false;
        }

        if (sign is not null)
        {
            _bytes[sign.Start] = value < 0 ? Amount.Negative : Amount.Positive;
        }

        return true;
    }

    public bool SetDay(FixedField field, DateOnly day) => SetText(field, day.ToString("yyMMdd", CultureInfo.InvariantCulture));

    /// <summary>The amount that this entity adds to totals, in cents.</summary>
    public long Counted()
    {
        if (Type.Amount is not { } amount || !Amount.TryRead(amount.In(_bytes), out var cents))
        {
            return 0;
        }

        return Type.Sign is { } sign && _bytes[sign.Start] == Amount.Negative ? -cents : cents;
    }
}
