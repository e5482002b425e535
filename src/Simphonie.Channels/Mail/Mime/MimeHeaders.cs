using System.Text;

namespace Simphonie.Channels.Mail.Mime;

/// <summary>The header of a mail or part: names without regard to case, values unfolded. Bounded.</summary>
internal sealed class MimeHeaders
{
    private const int MostFields = 200;
    private const int LongestHeader = 64 * 1024;
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private MimeHeaders()
    {
    }

    /// <summary>The first field of a name, null when there is none.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>Reads up to the empty line; <paramref name="length"/> is where the body begins. Null when it is malformed or too long.</summary>
    public static MimeHeaders? Read(ReadOnlySpan<byte> entity, out int length)
    {
        length = 0;
        var headers = new MimeHeaders();
        string? name = null;
        var value = new StringBuilder();
        while (true)
        {
            var end = entity[length..].IndexOf((byte)'\n');
            if (length > LongestHeader || headers._fields.Count > MostFields)
            {
                return null;
            }

            var whole = end < 0 ? entity[length..] : entity.Slice(length, end);
            length += end < 0 ? whole.Length : end + 1;
            var line = whole.TrimEnd((byte)'\r');
            if (line.Length > LongestHeader)
            {
                return null;
            }

            if (line.IsEmpty)
            {
                headers.Add(name, value);
                return headers;
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                value.Append(' ').Append(Encoding.Latin1.GetString(line.Trim(" \t"u8)));
                continue;
            }

            headers.Add(name, value);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                return null;
            }

            name = Encoding.Latin1.GetString(line[..colon].TrimEnd(" \t"u8));
            value.Clear().Append(Encoding.Latin1.GetString(line[(colon + 1)..].Trim(" \t"u8)));
        }
    }

    private void Add(string? name, StringBuilder value)
    {
        if (name is not null)
        {
            _fields.TryAdd(name, value.ToString());
        }
    }
}
