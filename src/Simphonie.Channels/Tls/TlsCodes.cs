using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tls;

/// <summary>Findings of the shared TLS settings: 300x.</summary>
public static class TlsCodes
{
    public static readonly DiagnosticCode Setting = new("SIM3001", Severity.Error, "A TLS setting is wrong", "Correct the field at the place named.");
    public static readonly DiagnosticCode Certificate = new("SIM3002", Severity.Error, "A certificate or key cannot be read", "Check that the file is there, readable, PEM or PKCS#12, and that the password is right.");
    public static readonly DiagnosticCode Expired = new("SIM3003", Severity.Error, "A certificate is not valid now", "Renew it; peers refuse it.");
    public static readonly DiagnosticCode Expiring = new("SIM3004", Severity.Warning, "A certificate expires soon", "Renew it before it does.");
}
