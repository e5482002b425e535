using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Cli.Composition;

/// <summary>Reads the <c>hub.yaml</c> that a hub is started with: ports moved, secrets resolved.</summary>
internal static class HubConfiguration
{
    /// <summary>Throws <see cref="HubStartException"/> with all findings when it has an error.</summary>
    public static HubDefinition Read(HubOptions options)
    {
        var findings = new DiagnosticBag();
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(options.Config);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HubStartException(ExitStatus.Findings, [Diagnostic.Of(Commands.CommandCodes.FileUnreadable, Place.InFile(options.Config, 0, 0), $"The file cannot be read: {exception.GetType().Name}.")]);
        }

        var root = YamlReader.Read(options.Config, bytes, findings);
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Config))!;
        var secrets = new SecretResolver(folder, options.Environment, ReadSecret, findings);
        var hub = new HubReader(ChannelKinds.All).Read(options.Config, root is null ? null : PortOffset.Apply(root, options.PortOffset, findings), secrets, findings);
        return hub is null || findings.HasErrors ? throw new HubStartException(ExitStatus.Findings, [.. findings]) : hub;
    }

    private static string? ReadSecret(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
