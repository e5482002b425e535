namespace Simphonie.Formats.Tests.B2;

/// <summary>Breaks a good file in one of the ways in which files are broken. The same seed breaks it alike.</summary>
internal static class PlantedErrors
{
    private const int Record = 128;

    public static byte[] In(byte[] file, int seed)
    {
        var random = new Random(seed);
        var separator = file.AsSpan(Record).IndexOfAnyExcept((byte)'\r', (byte)'\n');
        var stride = Record + separator;
        var count = file.Length / stride;
        var one = random.Next(count);
        var other = random.Next(count);
        return random.Next(7) switch
        {
            0 => Replace(file, (one * stride) + random.Next(Record), (byte)random.Next(' ', '~' + 1)),
            1 => Replace(file, (one * stride) + random.Next(Record), (byte)random.Next('0', '9' + 1)),
            2 => Replace(file, (one * stride) + random.Next(Record), (byte)random.Next(128, 256)),
            3 => [.. file[..(one * stride)], .. file[((one + 1) * stride)..]],
            4 => [.. file[..(one * stride)], .. file[(other * stride)..((other + 1) * stride)], .. file[(one * stride)..]],
            5 when separator > 0 => [.. file[..((one * stride) + 100)], .. file[((one * stride) + 101)..]],
            6 when separator > 0 => [.. file[..((one * stride) + 100)], (byte)' ', .. file[((one * stride) + 100)..]],
            _ => file[..random.Next(1, file.Length)],
        };
    }

    private static byte[] Replace(byte[] file, int at, byte with)
    {
        var changed = file.ToArray();
        changed[at] = with;
        return changed;
    }
}
