using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes;

/// <summary>Reads the head of a definition file.</summary>
internal static class DefinitionReader
{
    /// <summary>The head when name, version and date can be read; its faults are reported by whoever binds the whole file, except for a bad name.</summary>
    public static DefinitionHeader? Header(Setting.Map root, string kind, DiagnosticBag findings)
    {
        if (root.Scalar(kind) is not { Text.Length: > 0 } name)
        {
            return null;
        }

        if (name.Text.Length > 80 || !name.Text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            findings.Add(RouteCodes.BadName, name.Place, $"the name of a {kind} has small letters, digits and '-', at most 80.");
        }

        return int.TryParse(root.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && root.Date("effective") is { } effective
            ? new(kind, name.Text, version, effective, name.Place)
            : null;
    }
}
