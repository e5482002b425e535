using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.BadInput.Http;

public sealed class When_too_many_connect : DoorTest
{
    private protected override int Connections => 8;

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_turn_away_one_more_over_HTTP_and_serve_those_who_are_in(CancellationToken cancellationToken)
    {
        var held = new List<HttpWire>();
        for (var i = 0; i < Connections; i++)
        {
            held.Add(await HttpWire.ConnectAsync(Doors.HttpPort, cancellationToken));
            await held[i].WriteAsync("GET /fhir/metadata HTTP/1.1\r\nHost: hub\r\n\r\n", cancellationToken);
            Assert.That((await held[i].ReadAsync(cancellationToken))?.Status, Is.EqualTo(200));
        }

        using var more = await HttpWire.ConnectAsync(Doors.HttpPort, cancellationToken);
        Assert.That(await more.ReadAsync(cancellationToken), Is.Null, "one more is closed at once");
        await held[0].WriteAsync("GET /fhir/metadata HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n", cancellationToken);
        Assert.That((await held[0].ReadAsync(cancellationToken))?.Status, Is.EqualTo(200));
        foreach (var wire in held.Skip(1))
        {
            await wire.WriteAsync("GET /fhir/metadata HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n", cancellationToken);
            await wire.ReadAsync(cancellationToken);
            Assert.That(await wire.ReadAsync(cancellationToken), Is.Null, "closed, so that its place is free");
        }

        held.ForEach(wire => wire.Dispose());
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_turn_away_one_more_over_MLLP_and_serve_those_who_are_in(CancellationToken cancellationToken)
    {
        var held = new List<MllpWire>();
        for (var i = 0; i < Connections; i++)
        {
            held.Add(await MllpWire.ConnectAsync(Doors.Site.Port, cancellationToken));
            Assert.That(Hl7Text.CodeOf(await held[i].AskAsync(Hl7Text.Movement("A02", $"M{i}", "MANY"), cancellationToken)), Is.EqualTo("AA"));
        }

        using var more = await MllpWire.ConnectAsync(Doors.Site.Port, cancellationToken);
        Assert.That(await more.ReadAsync(cancellationToken), Is.Null, "one more is closed at once");
        Assert.That(Hl7Text.CodeOf(await held[0].AskAsync(Hl7Text.Movement("A02", "STILL", "MANY"), cancellationToken)), Is.EqualTo("AA"));
        foreach (var wire in held)
        {
            wire.EndSending();
            Assert.That(await wire.ReadAsync(cancellationToken), Is.Null, "closed, so that its place is free");
            wire.Dispose();
        }
    }
}
