namespace Simphonie.Formats.Noemie.Entities;

/// <summary>The first five characters of an entity: number 1-3, niveau de rupture 4-5.</summary>
internal static class EntityHead
{
    public const int Length = 5;

    public const int HeaderNumber = 0;

    public const int ControlNumber = 990;

    public const int TrailerNumber = 999;

    /// <summary>Byte that ends every entity but 000 and 999.</summary>
    public const byte End = (byte)'@';

    /// <summary>Level of an entity that names none.</summary>
    public const int NoLevel = -1;

    /// <summary>False unless both are digits.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out int number, out int level)
    {
        level = NoLevel;
        return TryNumber(bytes, out number) && TryLevel(bytes, out level);
    }

    public static bool TryNumber(ReadOnlySpan<byte> bytes, out int number)
    {
        if (bytes.Length >= 3 && char.IsAsciiDigit((char)bytes[0]) && char.IsAsciiDigit((char)bytes[1]) && char.IsAsciiDigit((char)bytes[2]))
        {
            number = ((bytes[0] - '0') * 100) + ((bytes[1] - '0') * 10) + bytes[2] - '0';
            return true;
        }

        number = -1;
        return false;
    }

    public static bool TryLevel(ReadOnlySpan<byte> bytes, out int level)
    {
        if (bytes.Length >= Length && char.IsAsciiDigit((char)bytes[3]) && char.IsAsciiDigit((char)bytes[4]))
        {
            level = ((bytes[3] - '0') * 10) + bytes[4] - '0';
            return true;
        }

        level = NoLevel;
        return false;
    }
}
