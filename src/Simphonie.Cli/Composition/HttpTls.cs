using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;

namespace Simphonie.Cli.Composition;

/// <summary>TLS of the HTTP listener.</summary>
internal static class HttpTls
{
    /// <summary>Null for plain HTTP. Throws <see cref="ChannelStartException"/> when a certificate cannot be read.</summary>
    public static TlsMaterial? Of(HubDefinition hub)
    {
        if (hub.Http?.Tls is not { } written)
        {
            return null;
        }

        var findings = new DiagnosticBag();
        var folder = Path.GetDirectoryName(Path.GetFullPath(hub.File))!;
        var settings = TlsSettings.Parse(written, folder, inbound: true, findings);
        return (settings is null ? null : TlsMaterial.Load(settings, TimeProvider.System, findings)) ?? throw new ChannelStartException(findings[0]);
    }
}
