using System.Text;

namespace Simphonie.Channels.Mail.Mime;

/// <summary>A mail or a part of one over its bytes.</summary>
internal sealed class MimeEntity
{
    private const int MostParts = 50;

    private MimeEntity(MimeHeaders headers, ReadOnlyMemory<byte> body)
    {
        Headers = headers;
        Type = MediaType.Parse(headers["Content-Type"]);
        Body = body;
    }

    public MimeHeaders Headers { get; }

    public MediaType Type { get; }

    /// <summary>The body as transferred.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Null when the header is malformed.</summary>
    public static MimeEntity? Read(ReadOnlyMemory<byte> bytes) =>
        MimeHeaders.Read(bytes.Span, out var length) is { } headers ? new(headers, bytes[length..]) : null;

    /// <summary>The body with its transfer encoding undone; null when it is not what it says.</summary>
    public ReadOnlyMemory<byte>? Content()
    {
        var encoding = Headers["Content-Transfer-Encoding"]?.Trim().ToLowerInvariant();
        if (encoding is null or "7bit" or "8bit" or "binary")
        {
            return Body;
        }

        var decoded = encoding switch
        {
            "base64" => Base64Lines.Read(Body.Span),
            "quoted-printable" => QuotedPrintable.Read(Body.Span),
            _ => null,
        };
        if (decoded is null)
        {
            return null;
        }

        return decoded;
    }

    /// <summary>Parts of a multipart body, in order; null when it has no boundary, no end, or more parts than anybody needs.</summary>
    public IReadOnlyList<MimeEntity>? Parts()
    {
        if (Type["boundary"] is not { Length: > 0 and <= 70 } boundary)
        {
            return null;
        }

        var delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        var parts = new List<MimeEntity>();
        var at = 0;
        var start = -1;
        while (at < Body.Length && parts.Count <= MostParts)
        {
            var span = Body.Span[at..];
            var line = span.IndexOf((byte)'\n') is var end and >= 0 ? span[..(end + 1)] : span;
            if (line.StartsWith(delimiter))
            {
                if (start >= 0)
                {
                    if (Read(WithoutLineEnd(start, at)) is not { } part)
                    {
                        return null;
                    }

                    parts.Add(part);
                }

                if (line[delimiter.Length..].StartsWith("--"u8))
                {
                    return parts;
                }

                start = at + line.Length;
            }

            at += line.Length;
        }

        return null;
    }

    /// <summary>The line end before a boundary belongs to the boundary.</summary>
    private ReadOnlyMemory<byte> WithoutLineEnd(int start, int end)
    {
        if (end > start && Body.Span[end - 1] == '\n')
        {
            end--;
        }

        if (end > start && Body.Span[end - 1] == '\r')
        {
            end--;
        }

        return Body[start..end];
    }
}
