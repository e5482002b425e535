using System.Diagnostics;
using Simphonie.Channels.Tls;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tests.Contracts;

/// <summary>An authority with a server and a client of it, both for 127.0.0.1. Made by openssl, another implementation than the one that reads them.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly string _directory = System.IO.Directory.CreateTempSubdirectory("simphonie-tls-").FullName;

    private TestAuthority()
    {
    }

    public static async Task<TestAuthority> MakeAsync()
    {
        var authority = new TestAuthority();
        await authority.OpenSslAsync("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj /CN=channels-test-ca -days 2");
        foreach (var name in new[] { "server", "client" })
        {
            await File.WriteAllTextAsync(authority.At(name + ".ext"), "subjectAltName=IP:127.0.0.1");
            await authority.OpenSslAsync($"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key -out {name}.csr -subj /CN={name}");
            await authority.OpenSslAsync($"x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out {name}.pem -days 2 -extfile {name}.ext");
        }

        return authority;
    }

    /// <summary>What a listener is given.</summary>
    public TlsMaterial Server(bool clientRequired) => Load("server", clientRequired);

    /// <summary>What a caller is given; without a certificate of its own it only checks the server's.</summary>
    public TlsMaterial Client(bool certificate) => Load(certificate ? "client" : null, clientRequired: false);

    public void Dispose() => System.IO.Directory.Delete(_directory, recursive: true);

    private TlsMaterial Load(string? name, bool clientRequired)
    {
        var findings = new DiagnosticBag();
        var settings = TlsSettings.Of(name is null ? null : At(name + ".pem"), name is null ? null : At(name + ".key"), null, At("ca.pem"), clientRequired);
        return TlsMaterial.Load(settings, TimeProvider.System, findings) ?? throw new InvalidOperationException(string.Join('\n', findings));
    }

    private string At(string name) => Path.Combine(_directory, name);

    private async Task OpenSslAsync(string arguments)
    {
        using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _directory, RedirectStandardError = true })!;
        var error = await openssl.StandardError.ReadToEndAsync();
        await openssl.WaitForExitAsync();
        Assert.That(openssl.ExitCode, Is.Zero, error);
    }
}
