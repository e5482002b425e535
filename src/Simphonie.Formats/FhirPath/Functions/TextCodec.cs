using System.Net;
using System.Text;
using System.Text.Json;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>Encodings and escapes of text (FHIRPath 5.6, trial use). An unknown format gives empty, as does text that is not encoded so.</summary>
internal static class TextCodec
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Run(in Call call, List<Item> into, Func<string, string, string?> codec)
    {
        if (call.TryText(0, out var format) && call.TryString(out var text) && codec(text, format) is { } result)
        {
            into.Add(new Item(Value.Of(result)));
        }
    }

    public static string? Encode(string text, string format)
    {
        var bytes = Strict.GetBytes(text);
        return format switch
        {
            "hex" => Convert.ToHexStringLower(bytes),
            "base64" => Convert.ToBase64String(bytes),
            "urlbase64" => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_'),
            _ => null,
        };
    }

    public static string? Decode(string text, string format)
    {
        try
        {
            return format switch
            {
                "hex" => Strict.GetString(Convert.FromHexString(text)),
                "base64" => Strict.GetString(Convert.FromBase64String(text)),
                "urlbase64" => Strict.GetString(Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'))),
                _ => null,
            };
        }
        catch (Exception wrong) when (wrong is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    public static string? Escape(string text, string target) => target switch
    {
        "html" => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal),
        "json" => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal),
        _ => null,
    };

    public static string? Unescape(string text, string target)
    {
        try
        {
            return target switch
            {
                "html" => WebUtility.HtmlDecode(text),
                "json" => JsonSerializer.Deserialize<JsonElement>($"\"{text}\"").GetString(),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
