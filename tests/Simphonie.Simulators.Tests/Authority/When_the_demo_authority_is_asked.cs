using System.Security.Cryptography.X509Certificates;
using Simphonie.Simulators.Authority;

namespace Simphonie.Simulators.Tests.Authority;

public sealed class When_the_demo_authority_is_asked
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private string _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("authority").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Should_keep_all_files_for_their_owner_alone()
    {
        var files = await EnsureAsync(Start);

        Assert.That(File.GetUnixFileMode(files.Directory), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.That(Directory.GetFiles(files.Directory), Has.Length.EqualTo(8));
        Assert.That(Directory.GetFiles(files.Directory).Select(File.GetUnixFileMode), Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Should_change_nothing_while_all_is_valid()
    {
        var files = await EnsureAsync(Start);
        var before = Directory.GetFiles(files.Directory).Order().Select(File.ReadAllBytes).ToList();
        await EnsureAsync(Start.AddDays(300));

        Assert.That(Directory.GetFiles(files.Directory).Order().Select(File.ReadAllBytes), Is.EqualTo(before));
    }

    [Test]
    public async Task Should_renew_what_expires_and_keep_the_authority()
    {
        var files = await EnsureAsync(Start);
        var authority = await File.ReadAllBytesAsync(files.Authority);
        var server = await File.ReadAllBytesAsync(files.Server);
        await EnsureAsync(Start.AddDays(365));

        Assert.That(await File.ReadAllBytesAsync(files.Authority), Is.EqualTo(authority));
        Assert.That(await File.ReadAllBytesAsync(files.Server), Is.Not.EqualTo(server));
        using var renewed = X509CertificateLoader.LoadCertificateFromFile(files.Server);
        Assert.That(new DateTimeOffset(renewed.NotAfter), Is.GreaterThan(Start.AddDays(700)));
    }

    [Test]
    public async Task Should_issue_all_anew_under_a_new_authority()
    {
        var files = await EnsureAsync(Start);
        await EnsureAsync(Start.AddYears(10));
        using var authority = X509CertificateLoader.LoadCertificateFromFile(files.Authority);
        using var client = X509CertificateLoader.LoadPkcs12FromFile(files.Etablissement, files.EtablissementPassword);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = Start.AddYears(10).AddDays(1).UtcDateTime;

        Assert.That(chain.Build(client), Is.True);
        Assert.That(client.Subject, Does.Contain("OU=1" + DemoAuthority.Finess));
    }

    private Task<DemoCertificates> EnsureAsync(DateTimeOffset now) => DemoAuthority.EnsureAsync(_directory, new FixedTime(now), CancellationToken.None);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
