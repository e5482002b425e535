using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Cli.Demo.Day;

/// <summary>What a message was answered; the control id it acknowledges, and the journal id that it names (0 when it names none).</summary>
internal readonly record struct DayAnswer(string Code, string? ControlId, long MessageId);

/// <summary>Sends the messages of the day as clients of their own: a connection each.</summary>
internal sealed class DaySender(DemoPorts ports, DateTimeOffset now)
{
    private static readonly byte[] s_end = [0x1C, 0x0D];

    public Task<DayAnswer> SendAsync(DayEntry entry, CancellationToken cancellationToken) => entry.Via switch
    {
        "fhir" => PostAsync(entry, cancellationToken),
        "raw" => ExchangeAsync(entry, framed: false, cancellationToken),
        _ => ExchangeAsync(entry, framed: true, cancellationToken),
    };

    private async Task<DayAnswer> ExchangeAsync(DayEntry entry, bool framed, CancellationToken cancellationToken)
    {
        var body = Stamp(await File.ReadAllBytesAsync(entry.File, cancellationToken));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, ports.MllpIn, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(framed ? [0x0B, .. body, .. s_end] : body, cancellationToken);
        if (!framed)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        var answer = await ReadAsync(stream, cancellationToken);
        return AcknowledgementReader.TryRead(answer, out var acknowledgement)
            ? new(acknowledgement.Code, acknowledgement.ControlId, IdOf(answer))
            : new(CodeOf(answer), null, IdOf(answer));
    }

    private async Task<DayAnswer> PostAsync(DayEntry entry, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(await File.ReadAllBytesAsync(entry.File, cancellationToken));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Http}/fhir/CoverageEligibilityRequest/$submit");
        using var response = await client.PostAsync(new Uri(address), content, cancellationToken);
        return new(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), null, 0);
    }

    /// <summary>
    /// Control ids (<c>DAY…</c>) and dossiers (<c>26000…</c>) become those of this run, so that a second day on the same journal is no copy of the first.
    /// </summary>
    private byte[] Stamp(byte[] message)
    {
        var run = (now.ToUnixTimeSeconds() % 100_000).ToString("00000", CultureInfo.InvariantCulture);
        var text = Encoding.Latin1.GetString(message);
        return Encoding.Latin1.GetBytes(text.Replace("|DAY0", $"|D{run}-", StringComparison.Ordinal).Replace("26000", run, StringComparison.Ordinal));
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var received = new List<byte>();
        var buffer = new byte[4096];
        while (!(received.Count > 2 && received[^2] == 0x1C && received[^1] == 0x0D))
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                break;
            }

            received.AddRange(buffer.AsSpan(0, count));
        }

        return received.Count < 3 ? [] : [.. received[1..^2]];
    }

    /// <summary>MSH-10 of the hub's acknowledgements is <c>A</c> and the journal id of what they answer.</summary>
    private static long IdOf(byte[] answer) =>
        AcknowledgementReader.ControlIdOf(answer) is ['A', .. var digits] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>MSA-1 of an answer to bytes that have no control id, and so no MSA-2.</summary>
    private static string CodeOf(byte[] answer)
    {
        var line = Encoding.Latin1.GetString(answer).Split('\r').FirstOrDefault(segment => segment.StartsWith("MSA|", StringComparison.Ordinal));
        return line is null ? "-" : line.Split('|')[1];
    }
}
