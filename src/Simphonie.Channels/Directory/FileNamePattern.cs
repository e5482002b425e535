using System.Globalization;

namespace Simphonie.Channels.Directories;

/// <summary>
/// The name of a delivered file: text with <c>{id}</c> (identity of the delivery), <c>{day}</c> (yyyyMMdd) and <c>{time}</c> (HHmmss, both UTC).
/// </summary>
internal sealed class FileNamePattern
{
    private const int LongestName = 200;
    private readonly string _pattern;

    private FileNamePattern(string pattern) => _pattern = pattern;

    /// <summary>True when the pattern tells deliveries apart.</summary>
    public bool HasIdentity => _pattern.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Null when it could give anything but a plain file name.</summary>
    public static FileNamePattern? TryParse(string pattern)
    {
        var sample = Fill(pattern, "A", DateTimeOffset.UnixEpoch);
        return sample.Length is > 0 and <= LongestName && sample[0] != '.' && sample.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? new FileNamePattern(pattern)
            : null;
    }

    public string Of(string identity, DateTimeOffset now) => Fill(_pattern, identity, now);

    private static string Fill(string pattern, string identity, DateTimeOffset now) => pattern
        .Replace("{id}", identity, StringComparison.Ordinal)
        .Replace("{day}", now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{time}", now.UtcDateTime.ToString("HHmmss", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
