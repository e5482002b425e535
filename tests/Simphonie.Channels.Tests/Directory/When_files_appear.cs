using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Directories;
using Simphonie.Contracts.Channels;
using Simphonie.Contracts.Journal;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Directories;

public sealed class When_files_appear
{
    private StandingClock _clock = null!;
    private ScriptedIntake _intake = null!;
    private TemporaryFolder _folder = null!;
    private DirectoryInbound _channel = null!;

    [SetUp]
    public void Prepare()
    {
        _clock = new StandingClock();
        _intake = new ScriptedIntake();
        _folder = new TemporaryFolder();
        _channel = New(FolderRig.Settings(_folder.Path) with { Pattern = "*.hl7", Stable = TimeSpan.FromSeconds(2) });
        foreach (var below in new[] { ".work-files", "archive", "error" })
        {
            System.IO.Directory.CreateDirectory(Path.Combine(_folder.Path, below));
        }
    }

    [TearDown]
    public async Task Clear()
    {
        await _channel.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Should_wait_until_a_file_has_stopped_growing()
    {
        _folder.Put("a.hl7", [1]);
        await LookAfterAsync(0);
        _folder.Put("a.hl7", [1, 2]);
        await LookAfterAsync(2);
        Assert.That(_intake.Received, Is.Empty);

        await LookAfterAsync(1.9);
        Assert.That(_intake.Received, Is.Empty);

        await LookAfterAsync(0.1);
        Assert.That(_intake.Bodies.Single(), Is.EqualTo(new byte[] { 1, 2 }));
    }

    [Test]
    public async Task Should_know_a_file_by_its_content()
    {
        _folder.Put("a.hl7", [7, 7]);
        _folder.Put("b.hl7", [7, 7]);
        await LookTwiceAsync();

        var key = "sha256:" + Convert.ToHexStringLower(SHA256.HashData([7, 7]));
        Assert.That(_intake.Received.Select(message => message.DuplicateKey), Is.EqualTo(new[] { key, key }));
        Assert.That(_intake.Received.Select(message => message.FileName), Is.EquivalentTo(new[] { "a.hl7", "b.hl7" }));
    }

    [TestCase(".hidden.hl7")]
    [TestCase("a.txt")]
    public async Task Should_leave_what_the_pattern_does_not_name(string name)
    {
        _folder.Put(name, [1]);
        await LookTwiceAsync();

        Assert.That(_intake.Received, Is.Empty);
        Assert.That(_folder.Names(), Is.EqualTo(new[] { name }));
    }

    [Test]
    public async Task Should_never_follow_a_link()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Put("secret", [9]);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "a.hl7"), Path.Combine(elsewhere.Path, "secret"));
        await LookTwiceAsync();

        Assert.That(_intake.Received, Is.Empty);
    }

    [Test]
    public async Task Should_name_the_archive_itself()
    {
        _folder.Put("né;rm -rf $HOME.hl7", [1]);
        await LookTwiceAsync();

        Assert.That(_intake.Received.Single().FileName, Is.EqualTo("né;rm -rf $HOME.hl7"));
        Assert.That(_folder.Names("archive").Single(), Does.Match("^[0-9]{8}T[0-9]{9}-[0-9]{6}-files$"));
        Assert.That(_folder.Names(), Is.Empty);
    }

    [Test]
    public async Task Should_take_what_a_crash_left_behind_again()
    {
        _intake.Commit = Task.FromException(new IOException("the disk is gone"));
        _folder.Put("a.hl7", [5]);
        await LookTwiceAsync();
        Assert.That(_folder.Names(".work-files"), Has.Count.EqualTo(1));

        var restarted = new ScriptedIntake { Disposition = IntakeDisposition.Duplicate };
        await using var channel = new DirectoryInbound(FolderRig.Settings(_folder.Path), restarted, _clock, NullLoggerFactory.Instance);
        await channel.LookAsync();

        Assert.That(restarted.Received.Single().FileName, Is.EqualTo("a.hl7"));
        Assert.That(restarted.Received.Single().DuplicateKey, Is.EqualTo(_intake.Received[0].DuplicateKey));
        Assert.That(_folder.Names(".work-files"), Is.Empty);
        Assert.That(_folder.Names("archive"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_leave_alone_what_another_channel_has_taken_from_the_same_folder()
    {
        var broken = new ScriptedIntake { Commit = Task.FromException(new IOException("the disk is gone")) };
        await using var other = new DirectoryInbound(
            FolderRig.Settings(_folder.Path) with { Name = "others", Pattern = "*.txt" }, broken, _clock, NullLoggerFactory.Instance);
        System.IO.Directory.CreateDirectory(Path.Combine(_folder.Path, ".work-others"));
        _folder.Put("a.txt", [3]);
        await other.LookAsync();
        Assert.That(_folder.Names(".work-others"), Has.Count.EqualTo(1));

        _folder.Put("a.hl7", [4]);
        await LookTwiceAsync();
        Assert.That(_intake.Bodies.Single(), Is.EqualTo(new byte[] { 4 }));
    }

    [Test]
    public async Task Should_stream_a_large_file()
    {
        var body = new byte[200_000];
        body[^1] = 1;
        _folder.Put("large.hl7", body);
        await LookTwiceAsync();

        Assert.That(_intake.Received.Single().Stream, Is.Not.Null);
        Assert.That(_intake.Bodies.Single(), Is.EqualTo(body));
    }

    [Test]
    public void Should_refuse_to_start_without_its_folder()
    {
        var channel = New(FolderRig.Settings(Path.Combine(_folder.Path, "missing")));
        Assert.That(
            async () => await channel.StartAsync(CancellationToken.None),
            Throws.InstanceOf<ChannelStartException>().With.Property(nameof(ChannelStartException.Diagnostic)).Property("Code").EqualTo(DirectoryCodes.NoSuchFolder));
    }

    private DirectoryInbound New(DirectoryInboundSettings settings) => new(settings, _intake, _clock, NullLoggerFactory.Instance);

    private Task LookAfterAsync(double seconds)
    {
        _clock.Now = _clock.Now.AddSeconds(seconds);
        return _channel.LookAsync();
    }

    private async Task LookTwiceAsync()
    {
        await LookAfterAsync(0);
        await LookAfterAsync(2);
    }
}
