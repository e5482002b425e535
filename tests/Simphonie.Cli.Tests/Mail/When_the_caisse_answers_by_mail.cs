using System.Globalization;
using Simphonie.Channels.Tests.Mail;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;

namespace Simphonie.Cli.Tests.Mail;

/// <summary>The real hub and the real simulator of a caisse, as two processes that know each other by mail only: out through Exim, in through Dovecot, encrypted both ways.</summary>
public sealed class When_the_caisse_answers_by_mail
{
    private const string Caisse = "01999@rss.example";
    private const string Hospital = "hopital@ch.example";

    private MailServers _servers = null!;
    private SmimeKeys _keys = null!;

    [OneTimeSetUp]
    public async Task StartServersAsync()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Exim's daemon starts only as root, and the tests run as another user");
        }

        _keys = await SmimeKeys.MakeAsync();
        await _keys.IssueAsync("caisse", Caisse, serial: 7);
        await _keys.IssueAsync("hopital", Hospital, serial: 8);
        await _keys.ExportAsync("caisse");
        await _keys.ExportAsync("hopital");
        File.Copy(_keys.At("caisse.pem"), Path.Combine(_keys.Recipients, "caisse.pem"));
        File.Copy(_keys.At("hopital.pem"), Path.Combine(_keys.Recipients, "hopital.pem"));
        _servers = await MailServers.StartAsync("01999", "hopital");
    }

    [OneTimeTearDown]
    public async Task StopServersAsync()
    {
        if (_servers is null)
        {
            return;
        }

        await _servers.DisposeAsync();
        _keys.Dispose();
    }

    [Test]
    [CancelAfter(180_000)]
    public async Task Should_bring_the_acknowledgement_and_the_return_of_a_file_back(CancellationToken cancellationToken)
    {
        await using var site = MakeSite();
        await site.StartAsync(cancellationToken);
        using var amo = HubProcess.Start("simulate", "amo", "--amo-settings", WriteAmo(site), "--data", Path.Combine(site.Directory, "amo"));
        await amo.WaitUntilReadyAsync(cancellationToken);

        var today = TimeProvider.System.GetUtcNow().ToString("yyMMdd", CultureInfo.InvariantCulture);
        await File.WriteAllBytesAsync(Path.Combine(site.Directory, "b2", "LOT.b2"), SampleFile.With(2, 72, today), cancellationToken);
        var acknowledgement = await ReturnAsync(site, "ARL1", cancellationToken);
        var paid = await ReturnAsync(site, "0908", cancellationToken);

        // Nobody told the hub of these invoices: what is said of them waits for somebody, to the cent.
        Assert.That(acknowledgement.Tally.Answers, Is.EqualTo(1));
        Assert.That((paid.Total, paid.Tally.Parked, paid.Tally.Waiting), Is.EqualTo(((long?)6056, 4L, 6056L)));
    }

    private static Task<ReturnRecord> ReturnAsync(TestSite site, string exchange, CancellationToken cancellationToken) => site.WaitForAsync(
        async (journal, token) => (await journal.Returns.ReturnsAsync(new() { Status = ReturnStatus.Complete }, token)).FirstOrDefault(one => one.Reference == exchange), cancellationToken);

    private TestSite MakeSite()
    {
        var mailbox = $"connect: \"localhost:{_servers.Pop3}\", security: starttls, user: hopital, password: secret, poll_seconds: 1, decrypt: {{certificate: {_keys.At("hopital.p12")}}}";
        var tls = $"tls: {{authorities: {_servers.Certificate}}}";
        var site = new TestSite(
            new Dictionary<string, int>(StringComparer.Ordinal),
            settings: $$$"""
            endpoints:
              caisse:
                mail: {connect: "localhost:{{{_servers.Smtp}}}", security: starttls, user: facturation, password: secret, from: {{{Hospital}}}, to: {{{Caisse}}}, certificates: {folder: {{{_keys.Recipients}}}}}
                {{{tls}}}
                format: b2
            """,
            inbound: $$$"""
              gap-b2:
                directory: {path: b2, poll_seconds: 1, stable_seconds: 1}
                format: b2
              caisse-arl:
                mail: {{{{mailbox}}}, descriptions: [IRISTEST/ARL], other_flows: leave}
                {{{tls}}}
                format: noemie/arl-hub
              caisse-returns:
                mail: {{{{mailbox}}}, descriptions: [IRISTEST/NOEMIE], other_flows: leave}
                {{{tls}}}
                format: noemie/ps
            """);
        Directory.CreateDirectory(Path.Combine(site.Directory, "b2"));
        foreach (var file in (string[])["invoice.process.yaml", "fides.parameters.yaml", "invoice-status.table.yaml"])
        {
            File.Copy(Path.Combine(Repository.Root, "routes", "fides", file), Path.Combine(site.Routes, file));
        }

        File.WriteAllText(Path.Combine(site.Routes, "out.route.yaml"), Route("out", "gap-b2", "send: caisse\n    document: message"));
        File.WriteAllText(Path.Combine(site.Routes, "back.route.yaml"), Route("back", "[caisse-arl, caisse-returns]", "reconcile: noemie\n    process: invoice\n    reasons: rejections/noemie-hub"));
        return site;
    }

    private static string Route(string name, string from, string step) => $"""
        route: {name}
        version: 1
        effective: 2020-01-01
        business_date: now()
        description: A route of a test.
        from: {from}
        key: "''"
        steps:
          - {step}
        """;

    private string WriteAmo(TestSite site)
    {
        var path = Path.Combine(site.Directory, "amo.yaml");
        File.WriteAllText(path, $$$"""
            rejections_per_ten_thousand: 0
            acknowledge_after_seconds: 0
            return_after_seconds: 0
            mail:
              mailbox: {connect: "localhost:{{{_servers.Pop3}}}", security: starttls, user: "01999", password: secret, poll_seconds: 1, decrypt: {certificate: {{{_keys.At("caisse.p12")}}}}}
              answers: {connect: "localhost:{{{_servers.Smtp}}}", security: starttls, user: facturation, password: secret, from: {{{Caisse}}}, to: {{{Hospital}}}, certificates: {folder: {{{_keys.Recipients}}}}}
              tls: {authorities: {{{_servers.Certificate}}}}
            """);
        return path;
    }
}
