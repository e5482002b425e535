using Simphonie.Channels.Directories;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Directories;

public sealed class When_files_are_delivered
{
    [Test]
    public async Task Should_never_replace_a_file_with_other_bytes()
    {
        using var folder = new TemporaryFolder();
        folder.Put("20240306-A.hl7", [1]);
        var outcome = await DeliverAsync(folder, "20240306-A.hl7", [2]);

        Assert.That(outcome, Is.InstanceOf<DeliveryOutcome.Rejected>());
        Assert.That(File.ReadAllBytes(Path.Combine(folder.Path, "20240306-A.hl7")), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public async Task Should_leave_nothing_but_the_file()
    {
        using var folder = new TemporaryFolder();
        folder.Put(".20240306-A.hl7.part", [9, 9, 9]);
        await DeliverAsync(folder, "20240306-A.hl7", [2]);

        Assert.That(folder.Names(), Is.EqualTo(new[] { "20240306-A.hl7" }));
    }

    [TestCase("{day}-{id}.hl7", "20240306-X.hl7")]
    [TestCase("ADT_{id}_{time}", "ADT_X_110000")]
    public void Accepts_name(string pattern, string expected) =>
        Assert.That(FileNamePattern.TryParse(pattern)!.Of("X", new DateTimeOffset(2024, 3, 6, 12, 0, 0, TimeSpan.FromHours(1))), Is.EqualTo(expected));

    [TestCase("../{id}")]
    [TestCase("a/{id}")]
    [TestCase(".{id}")]
    [TestCase("{other}-{id}")]
    [TestCase("")]
    public void Rejects_name(string pattern) => Assert.That(FileNamePattern.TryParse(pattern), Is.Null);

    private static async Task<DeliveryOutcome> DeliverAsync(TemporaryFolder folder, string name, byte[] body)
    {
        await using var endpoint = new DirectoryEndpoint(new DirectoryEndpointSettings
        {
            Name = "out",
            Folder = folder.Path,
            FileName = FileNamePattern.TryParse("{id}")!,
            InFlight = 1,
            Format = "hl7v2",
        });
        return await endpoint.DeliverAsync(new DeliveryRequest(name, new InlinePayload(body), 1, TimeSpan.FromSeconds(10)), CancellationToken.None);
    }
}
