using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Simphonie.Channels.Directories;

/// <summary>
/// Name of a file that was taken over: time, number and channel, made by the hub, and the sender's name encoded behind, so that a restart still
/// knows it for the journal. The sender's name itself never becomes part of a path.
/// Channels with different patterns may share a folder and its archive.
/// </summary>
internal static class WorkName
{
    private const int LongestEncoded = 180;

    public static string Of(DateTimeOffset now, int number, string channel, string original)
    {
        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(original));
        var kept = encoded.Length <= LongestEncoded ? encoded : "";
        return string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{number:D6}-{channel}~{kept}");
    }

    /// <summary>The part that the hub made: the name in the archive.</summary>
    public static string Own(string name) => name.Split('~', 2)[0];

    /// <summary>The sender's name; null when it was too long to keep.</summary>
    public static string? Original(string name)
    {
        var encoded = name.Split('~', 2) is [_, { Length: > 0 } behind] ? behind : null;
        return encoded is not null && Base64Url.IsValid(encoded) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded)) : null;
    }
}
