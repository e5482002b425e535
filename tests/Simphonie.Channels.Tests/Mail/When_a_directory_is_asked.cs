using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Simphonie.Channels.Mail;
using Simphonie.Channels.Mail.Certificates;
using Simphonie.Channels.Tests.Peers;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>Certificates from OpenLDAP's server.</summary>
public sealed class When_a_directory_is_asked
{
    private const string Base = "ou=AC-FACTURATION,o=exemple,c=FR";
    private SmimeKeys _keys = null!;
    private Process _server = null!;
    private int _port;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _keys = await SmimeKeys.MakeAsync();
        await _keys.IssueAsync("caisse", SmimeKeys.Address, serial: 7);
        await _keys.IssueAsync("caisse2", SmimeKeys.Address, serial: 8);
        System.IO.Directory.CreateDirectory(_keys.At("db"));
        await File.WriteAllTextAsync(_keys.At("slapd.conf"), $"include /etc/ldap/schema/core.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\ndatabase mdb\nsuffix \"o=exemple,c=FR\"\ndirectory {_keys.At("db")}\n");
        await File.WriteAllTextAsync(_keys.At("data.ldif"), $"dn: o=exemple,c=FR\nobjectClass: organization\no: exemple\n\ndn: {Base}\nobjectClass: organizationalUnit\nou: AC-FACTURATION\n\n{Entry("caisse")}\n{Entry("caisse2")}");
        using (var load = Peer.Start("slapadd", ["-f", _keys.At("slapd.conf"), "-l", _keys.At("data.ldif")]))
        {
            await Peer.RunAsync(load, CancellationToken.None);
        }

        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        _server = Peer.Start("slapd", ["-f", _keys.At("slapd.conf"), "-h", $"ldap://127.0.0.1:{_port}", "-d", "0"]);
        await ListeningAsync();
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
        _keys.Dispose();
    }

    [Test]
    public void Should_find_all_certificates_of_an_address()
    {
        using var source = Source(_port);
        Assert.That(source.Find(SmimeKeys.Address).Certificates.Select(certificate => certificate.SerialNumber), Is.EquivalentTo(new[] { "07", "08" }));
    }

    [Test]
    public void Should_find_none_of_an_unknown_address()
    {
        using var source = Source(_port);
        var found = source.Find("*)(cn=*");
        Assert.That((found.Certificates.Count, found.Failure), Is.EqualTo((0, (Core.Diagnostics.Diagnostic?)null)));
    }

    [Test]
    public void Should_say_that_the_directory_is_down()
    {
        using var source = Source(1);
        Assert.That(source.Find(SmimeKeys.Address).Failure?.Code, Is.EqualTo(MailCodes.DirectoryDown));
    }

    [Test]
    public void Should_write_what_means_something_in_a_filter_as_its_code() =>
        Assert.That(LdapCertificates.Escape("a*(b)\\\u00e9@x.fr"), Is.EqualTo(@"a\2a\28b\29\5c\c3\a9@x.fr"));

    private static LdapCertificates Source(int port) =>
        new(new LdapSettings("127.0.0.1", port, Tls: false, Base, null, null, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)), TimeProvider.System);

    private string Entry(string name)
    {
        var der = Convert.ToBase64String(_keys.Certificate(name).RawData);
        return $"dn: cn={SmimeKeys.Address}+serialNumber={name},{Base}\nobjectClass: device\nobjectClass: pkiUser\ncn: {SmimeKeys.Address}\nserialNumber: {name}\nuserCertificate;binary:: {der}\n";
    }

    private async Task ListeningAsync()
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60);)
        {
            Assert.That(_server.HasExited, Is.False, "slapd ended");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50)); // between two tries of a process that is starting
            }
        }

        Assert.Fail("slapd did not start");
    }
}
