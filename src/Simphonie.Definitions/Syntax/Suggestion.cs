namespace Simphonie.Definitions.Syntax;

/// <summary>Finds the known word that a mistyped one was meant to be.</summary>
public static class Suggestion
{
    /// <summary><c>; did you mean 'x'?</c>, or nothing when no word is near enough (a third of its letters, at most three, may differ).</summary>
    public static string For(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } near ? $"; did you mean '{near}'?" : "";

    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = (Word: (string?)null, Distance: Math.Clamp((word.Length + 2) / 3, 1, 3) + 1);
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < best.Distance)
            {
                best = (candidate, distance);
            }
        }

        return best.Word;
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, without regard to case.</summary>
    internal static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
