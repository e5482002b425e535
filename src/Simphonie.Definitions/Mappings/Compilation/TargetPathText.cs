using System.Text.RegularExpressions;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Takes a written path apart: <c>type.coding</c>, <c>extension('url').value</c>, <c>`set`.@version</c>.</summary>
internal static partial class TargetPathText
{
    /// <summary>Short names of extensions belong to the hub.</summary>
    private const string HubExtension = "urn:simphonie-hub:fhir:";

    public static IReadOnlyList<TargetPathPart>? Split(string text)
    {
        var parts = new List<TargetPathPart>();
        var at = 0;
        while (true)
        {
            var match = Part().Match(text, at);
            if (!match.Success || match.Length == 0)
            {
                return null;
            }

            parts.Add(PartOf(match));
            at += match.Length;
            if (at == text.Length)
            {
                return parts;
            }

            if (text[at++] != '.')
            {
                return null;
            }
        }
    }

    private static TargetPathPart PartOf(Match match)
    {
        if (match.Groups["url"] is { Success: true } url)
        {
            return new TargetPathPart("extension", url.Value.Contains(':', StringComparison.Ordinal) ? url.Value : HubExtension + url.Value);
        }

        return new TargetPathPart(match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Value, null);
    }

    [GeneratedRegex(@"\G(?:extension\('(?<url>[^']+)'\)|`(?<quoted>[^`]+)`|@?[A-Za-z_][A-Za-z0-9_-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}

/// <summary>One written step.</summary>
internal readonly record struct TargetPathPart(string Name, string? ExtensionUrl);
