using Simphonie.Core.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Which number and file id come next in a series. Pure.</summary>
internal static class LotNumbering
{
    /// <summary>The highest number; the next one is 1.</summary>
    public const int Highest = 999;

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /// <summary>Characters of a file id.</summary>
    public const int FileIdLength = 6;

    /// <summary>The first number after the last one that no open lot has at the recipient, and those that were passed over; 0 when all are taken.</summary>
    public static (int Number, IReadOnlyList<int> Skipped) Next(int last, IReadOnlyList<int> taken)
    {
        var used = taken.ToHashSet();
        var skipped = new List<int>();
        for (var step = 1; step <= Highest; step++)
        {
            var number = (last + step - 1) % Highest + 1;
            if (!used.Contains(number))
            {
                return (number, skipped);
            }

            skipped.Add(number);
        }

        return (0, []);
    }

    /// <summary>The file id after another; six digits or capitals, counting in base 36.</summary>
    public static string NextFileId(string last)
    {
        Span<char> next = stackalloc char[FileIdLength];
        next.Fill('0');
        last.AsSpan(0, Math.Min(last.Length, FileIdLength)).CopyTo(next);
        for (var i = FileIdLength - 1; i >= 0; i--)
        {
            var digit = Alphabet.IndexOf(next[i], StringComparison.Ordinal) + 1;
            next[i] = Alphabet[digit % Alphabet.Length];
            if (digit < Alphabet.Length)
            {
                break;
            }
        }

        return new(next);
    }
}
