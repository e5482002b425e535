using System.Globalization;
using System.Text;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Bench.Rows;

/// <summary>
/// Synthetic admissions of 1.35 kB as one GAP sends them over several connections: control ids and dossiers count up, patients come back in no order.
/// </summary>
internal static class BenchMessages
{
    public const int Length = 1350;

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private const int Patients = 500_000;

    public static MessageAppend Append(long number)
    {
        var control = string.Create(CultureInfo.InvariantCulture, $"{number:0000000000}");
        return new()
        {
            Establishment = "750000018",
            Channel = "gap-adt",
            Format = "hl7v2",
            World = World.Test,
            ReceivedAt = Start.AddMilliseconds(number),
            State = MessageState.Received,
            Type = "ADT^A01",
            ControlId = control,
            Acknowledgement = "AA",
            DuplicateKey = $"GAP|HOPITAL|{control}|20260302080000",
            DuplicatesSince = DateTimeOffset.MinValue,
            Payload = new InlinePayload(Body(control)),
            Keys =
            [
                new("dossier", $"D{control}^^^GAP", Identity: false),
                new("ipp", string.Create(CultureInfo.InvariantCulture, $"P{number * 2_654_435_761 % Patients:0000000}^^^GAP"), Identity: false),
            ],
        };
    }

    private static byte[] Body(string control)
    {
        var body = new byte[Length];
        body.AsSpan().Fill((byte)'X');
        Encoding.ASCII.GetBytes($"MSH|^~\\&|GAP|HOPITAL|HUB|HOPITAL|20260302080000||ADT^A01^ADT_A01|{control}|T|2.5\r").CopyTo(body, 0);
        return body;
    }
}
