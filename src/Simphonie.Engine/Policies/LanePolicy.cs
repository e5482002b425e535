namespace Simphonie.Engine.Policies;

/// <summary>Which lane a key's handlings are worked in: the same for ever, on every machine (FNV-1a over UTF-16 code units).</summary>
public static class LanePolicy
{
    public static int LaneOf(string establishment, string route, string key, int lanes)
    {
        var hash = Add(Add(Add(14695981039346656037UL, establishment), route), key);
        return (int)((hash ^ (hash >> 32)) % (ulong)lanes);
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return (hash ^ 0x1F) * 1099511628211UL;
    }
}
