namespace Simphonie.Channels.Mail.Mime;

/// <summary>A Content-Type: type in lower case and its parameters.</summary>
internal sealed class MediaType
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private MediaType(string name) => Name = name;

    /// <summary><c>application/edi-consent</c>.</summary>
    public string Name { get; }

    public string? this[string parameter] => _parameters.GetValueOrDefault(parameter);

    /// <summary>Without a header it is plain text (RFC 2045, 5.2).</summary>
    public static MediaType Parse(string? header)
    {
        if (header is null)
        {
            return new("text/plain");
        }

        var parts = Split(header);
        var type = new MediaType(parts[0].Trim().ToLowerInvariant());
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                type._parameters.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal));
            }
        }

        return type;
    }

    /// <summary>At semicolons that are not in quotes.</summary>
    private static List<string> Split(string header)
    {
        var parts = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '"' && (i == 0 || header[i - 1] != '\\'))
            {
                quoted = !quoted;
            }
            else if (header[i] == ';' && !quoted)
            {
                parts.Add(header[start..i]);
                start = i + 1;
            }
        }

        parts.Add(header[start..]);
        return parts;
    }
}
