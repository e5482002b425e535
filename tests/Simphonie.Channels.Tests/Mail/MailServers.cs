using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Simphonie.Channels.Tests.Peers;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>
/// Exim takes mails by SMTP with STARTTLS and login and puts them into a Maildir; Dovecot serves that Maildir by POP3 with TLS.
/// Both are those of Debian with configurations of this test. Exim's daemon starts only as root. Without names of boxes, all mails lie in one.
/// </summary>
internal sealed class MailServers : IAsyncDisposable
{
    private const string User = "Debian-exim";
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("simphonie-servers-").FullName;
    private readonly List<Process> _processes = [];

    private readonly string[] _boxes;

    private MailServers(string[] boxes) => _boxes = boxes;

    public int Smtp { get; } = FreePort();

    public int Pop3 { get; } = FreePort();

    /// <summary>PEM of the servers' certificate, for localhost.</summary>
    public string Certificate => At("cert.pem");

    public static async Task<MailServers> StartAsync(params string[] boxes)
    {
        var servers = new MailServers(boxes);
        await RunAsync("chmod", "755", servers._folder);
        await RunAsync("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", servers.At("key.pem"), "-out", servers.At("cert.pem"), "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost");
        await RunAsync("install", "-d", "-o", User, "-g", User, servers.At("spool"));
        await RunAsync("install", "-d", "-o", User, "-g", User, servers.At("mail"), servers.At("run"));
        await RunAsync("chmod", "644", servers.At("key.pem"));
        await File.WriteAllTextAsync(servers.At("exim.conf"), servers.EximConfiguration());
        await File.WriteAllTextAsync(servers.At("dovecot.conf"), servers.DovecotConfiguration());
        servers._processes.Add(Peer.Start("exim4", ["-C", servers.At("exim.conf"), "-bdf"]));
        servers._processes.Add(Peer.Start("runuser", ["-u", User, "--", "dovecot", "-F", "-c", servers.At("dovecot.conf")]));
        await servers.ListeningAsync(servers.Smtp);
        await servers.ListeningAsync(servers.Pop3);
        return servers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Peer.Start(program, arguments);
        await Peer.RunAsync(process, CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string At(string name) => Path.Combine(_folder, name);

    /// <summary>Connects until the server answers; ends with its own words when it has ended.</summary>
    private async Task ListeningAsync(int port)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60);)
        {
            if (_processes.Find(static process => process.HasExited) is { } ended)
            {
                throw new InvalidOperationException("A mail server ended: " + await ended.StandardError.ReadToEndAsync());
            }

            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                var greeting = new byte[3];
                await client.GetStream().ReadExactlyAsync(greeting);
                TestContext.Out.WriteLine(Encoding.ASCII.GetString(greeting));
                return;
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50)); // between two tries of a process that is starting
            }
        }

        throw new TimeoutException("A mail server did not start.");
    }

    private string EximConfiguration() => $$$$$"""
        keep_environment =
        primary_hostname = localhost
        daemon_smtp_ports = {{{{{Smtp}}}}}
        local_interfaces = 127.0.0.1
        spool_directory = {{{{{At("spool")}}}}}
        log_file_path = {{{{{At("spool")}}}}}/%slog
        pid_file_path = {{{{{At("exim.pid")}}}}}
        tls_advertise_hosts = *
        tls_certificate = {{{{{At("cert.pem")}}}}}
        tls_privatekey = {{{{{At("key.pem")}}}}}
        auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
        acl_smtp_rcpt = check
        begin acl
        check:
          deny !authenticated = *
          deny local_parts = 99999
          defer local_parts = 88888
          accept
        begin routers
        all:
          driver = accept
          {{{{{(_boxes.Length == 0 ? "" : "local_parts = " + string.Join(" : ", _boxes))}}}}}
          transport = box
        begin transports
        box:
          driver = appendfile
          maildir_format
          directory = {{{{{At("mail")}}}}}{{{{{(_boxes.Length == 0 ? "" : "/$local_part_data")}}}}}
          user = {{{{{User}}}}}
          group = {{{{{User}}}}}
        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if and{{eq{$auth2}{facturation}}{eq{$auth3}{secret}}}}
          server_set_id = $auth2
        """ + "\n";

    private string DovecotConfiguration() => $$"""
        base_dir = {{At("run")}}
        state_dir = {{At("run")}}
        log_path = {{At("run")}}/dovecot.log
        protocols = pop3
        listen = 127.0.0.1
        ssl = required
        ssl_cert = <{{At("cert.pem")}}
        ssl_key = <{{At("key.pem")}}
        mail_location = maildir:{{At("mail")}}{{(_boxes.Length == 0 ? "" : "/%u")}}
        default_internal_user = {{User}}
        default_internal_group = {{User}}
        default_login_user = {{User}}
        first_valid_uid = 1
        passdb {
          driver = static
          args = password=secret
        }
        userdb {
          driver = static
          args = uid={{User}} gid={{User}} home={{At("mail")}}
        }
        service anvil {
          chroot =
        }
        service pop3-login {
          chroot =
          inet_listener pop3 {
            port = {{Pop3}}
          }
          inet_listener pop3s {
            port = 0
          }
        }
        """ + "\n";
}
