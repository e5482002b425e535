using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Syntax;

/// <summary>
/// Replaces <c>${env:NAME}</c> and <c>${file:PATH}</c> in the values of <c>hub.yaml</c>. What comes from there is marked secret and never printed.
/// <c>${file:…}</c> gives the path of the file where the field asks for a path, else its text without the last line end.
/// </summary>
public sealed class SecretResolver(string baseDirectory, Func<string, string?> environment, Func<string, string?> readFile, DiagnosticBag findings)
{
    /// <summary>Reads the process's environment and the disk.</summary>
    public static SecretResolver OfMachine(string baseDirectory, DiagnosticBag findings) =>
        new(baseDirectory, Environment.GetEnvironmentVariable, ReadText, findings);

    /// <summary>Replaces only <c>${file:…}</c> paths and marks the rest as secret without reading it: for lint, which must not need the site's secrets.</summary>
    public static SecretResolver Unread(string baseDirectory, DiagnosticBag findings) => new(baseDirectory, _ => "unread", _ => "unread", findings);

    public Setting Resolve(Setting setting) => setting switch
    {
        Setting.Scalar scalar => Resolve(scalar),
        Setting.List list => list with { Items = [.. list.Items.Select(Resolve)] },
        Setting.Map map => map with { Entries = [.. map.Entries.Select(e => KeyValuePair.Create(e.Key, IsPath(e.Key) ? ResolvePath(e.Value) : Resolve(e.Value)))] },
        _ => setting,
    };

    private static bool IsPath(string key) => key is "certificate" or "key" or "authority" or "authorities" or "trust" or "assertion" || key.EndsWith("_file", StringComparison.Ordinal);

    private Setting ResolvePath(Setting setting)
    {
        if (setting is Setting.Scalar scalar && Reference(scalar.Text, out var kind, out var name) && kind == "file")
        {
            return scalar with { Text = Path.GetFullPath(Path.Combine(baseDirectory, name)) };
        }

        return Resolve(setting);
    }

    private Setting.Scalar Resolve(Setting.Scalar scalar)
    {
        if (!Reference(scalar.Text, out var kind, out var name))
        {
            return scalar;
        }

        var text = kind == "env" ? environment(name) : readFile(Path.Combine(baseDirectory, name));
        if (text is not null)
        {
            return scalar with { Text = text, Secret = true };
        }

        findings.Add(SyntaxCodes.Secret, scalar.Place, kind == "env" ? $"the environment variable {name} is not set." : $"the file {name} cannot be read.");
        return scalar with { Text = "", Secret = true };
    }

    private static bool Reference(string text, out string kind, out string name)
    {
        kind = text.StartsWith("${env:", StringComparison.Ordinal) ? "env" : text.StartsWith("${file:", StringComparison.Ordinal) ? "file" : "";
        var isReference = kind.Length > 0 && text.EndsWith('}');
        name = isReference ? text[(kind.Length + 3)..^1] : "";
        return isReference;
    }

    private static string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
