using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>Certificates of mailboxes with an authority and its revocation list, all made by openssl, which also makes and opens envelopes.</summary>
internal sealed class SmimeKeys : IDisposable
{
    /// <summary>What the shipped profile makes of the payload of <see cref="MailParts"/>.</summary>
    public const string Address = "01061@061.01.rss.fr";

    private SmimeKeys()
    {
    }

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("simphonie-mail-").FullName;

    /// <summary>Certificates of recipients, as the endpoint looks for them: made with <see cref="IssueAsync"/>.</summary>
    public string Recipients => Path.Combine(Folder, "recipients");

    public static async Task<SmimeKeys> MakeAsync()
    {
        var keys = new SmimeKeys();
        System.IO.Directory.CreateDirectory(keys.Recipients);
        await keys.RunAsync("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=mail-test-ca -days 3650");
        await File.WriteAllTextAsync(keys.At("ca.cnf"), "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=30\n");
        await File.WriteAllTextAsync(keys.At("index.txt"), "");
        await File.WriteAllTextAsync(keys.At("crlnumber"), "01\n");
        await keys.IssueAsync("ours", "boite@ch-exemple.fr", serial: 100);
        await keys.IssueAsync("theirs", "autre@exemple.fr", serial: 101);
        await keys.ExportAsync("ours");
        return keys;
    }

    /// <summary>A certificate of the authority; <paramref name="days"/> may lie in the past by <paramref name="from"/>.</summary>
    public async Task IssueAsync(string name, string commonName, int serial, string usage = "keyEncipherment", int days = 30, string? authority = "ca")
    {
        await File.WriteAllTextAsync(At(name + ".ext"), $"keyUsage=critical,{usage}\n");
        await RunAsync($"req -newkey rsa:2048 -nodes -keyout {name}.key -out {name}.csr -subj /CN={commonName}");
        await RunAsync(authority is null
            ? $"x509 -req -in {name}.csr -signkey {name}.key -set_serial {serial} -days {days} -extfile {name}.ext -out {name}.pem"
            : $"x509 -req -in {name}.csr -CA {authority}.pem -CAkey {authority}.key -set_serial {serial} -days {days} -extfile {name}.ext -out {name}.pem");
    }

    /// <summary>Puts a certificate and its key into a PKCS#12 file without a password.</summary>
    public Task ExportAsync(string name) => RunAsync($"pkcs12 -export -inkey {name}.key -in {name}.pem -out {name}.p12 -passout pass:");

    /// <summary>Makes the revocation list anew with these certificates in it.</summary>
    public async Task RevokeAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await RunAsync($"ca -config ca.cnf -cert ca.pem -keyfile ca.key -revoke {name}.pem");
        }

        await RunAsync("ca -config ca.cnf -cert ca.pem -keyfile ca.key -gencrl -out ca.crl");
    }

    public X509Certificate2Collection Ours() => X509CertificateLoader.LoadPkcs12CollectionFromFile(At("ours.p12"), "");

    public X509Certificate2 Certificate(string name) => X509CertificateLoader.LoadCertificateFromFile(At(name + ".pem"));

    /// <summary>An S/MIME mail around a part.</summary>
    public async Task<byte[]> EncryptAsync(string part, string recipient, string cipher)
    {
        var file = At(Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(file, part);
        await RunAsync($"smime -encrypt -binary {cipher} -in {file} -out {file}.eml {recipient}.pem");
        return await File.ReadAllBytesAsync(file + ".eml");
    }

    /// <summary>The part inside a mail, opened by openssl with the key of a certificate.</summary>
    public async Task<string> DecryptAsync(byte[] mail, string recipient, string command = "smime")
    {
        var file = At(Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(file, mail);
        await RunAsync($"{command} -decrypt -in {file} -out {file}.part -inkey {recipient}.key -recip {recipient}.pem");
        return await File.ReadAllTextAsync(file + ".part");
    }

    public string At(string name) => Path.Combine(Folder, name);

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);

    private async Task RunAsync(string arguments)
    {
        using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = Folder, RedirectStandardError = true })!;
        var error = await openssl.StandardError.ReadToEndAsync();
        await openssl.WaitForExitAsync();
        Assert.That(openssl.ExitCode, Is.Zero, error);
    }
}
