using System.Globalization;
using System.Text;
using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.BadInput;

public sealed class When_a_message_is_over_the_limit
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    [CancelAfter(120_000)]
    public async Task Should_refuse_it_keep_its_head_and_stay_small(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int>(), limits: "limits: {message_megabytes: 20}");
        await site.StartAsync(cancellationToken);
        await site.SendAsync(Hl7Text.Movement("A02", "BEFORE", "D1"), cancellationToken);
        var before = ResidentMegabytes(site.Hub.Id);

        using var wire = await MllpWire.ConnectAsync(site.Port, cancellationToken);
        await wire.WriteRawAsync(Encoding.Latin1.GetBytes("\v" + Hl7Text.Movement("A02", "HUGE", "D1") + "OBX|1|ED|||"), cancellationToken);
        var block = new byte[Megabyte];
        Array.Fill(block, (byte)'A');
        for (var sent = 0; sent < 100; sent++)
        {
            await wire.WriteRawAsync(block, cancellationToken);
        }

        await wire.WriteRawAsync("\r\x1c\r"u8.ToArray(), cancellationToken);
        var answer = await wire.ReadAsync(cancellationToken);

        Assert.That((Hl7Text.CodeOf(answer), Hl7Text.AnsweredOf(answer)), Is.EqualTo(("AR", "HUGE")));
        Assert.That(Hl7Text.ErrorsOf(answer), Does.Contain("207"));
        Assert.That(answer, Does.Contain("SIM4002").And.Contain($"{20 * Megabyte}"));
        var kept = (await site.RunAsync(cancellationToken, "messages", "list", "--control-id", "HUGE", "--json")).Json.Single();
        Assert.That(kept.GetProperty("state").GetString(), Is.EqualTo("refused"));
        var show = await site.RunAsync(cancellationToken, "messages", "show", $"{kept.GetProperty("id").GetInt64()}");
        Assert.That(show.Output, Does.Contain("65536 bytes"), "the head");
        Assert.That(ResidentMegabytes(site.Hub.Id) - before, Is.LessThan(60), "nothing of it is held in memory");
    }

    /// <summary>VmHWM: the most that the process ever had in memory.</summary>
    private static int ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
