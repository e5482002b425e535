namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean 'family'?</c>, or nothing when no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        var best = (Name: (string?)null, Distance: Math.Max(1, name.Length / 3) + 1);
        foreach (var candidate in candidates)
        {
            var distance = Distance(name, candidate);
            if (distance < best.Distance)
            {
                best = (candidate, distance);
            }
        }

        return best.Name is null ? "" : $"; did you mean '{best.Name}'?";
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two names; case alone is no edit.</summary>
    private static int Distance(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var before = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }
}
