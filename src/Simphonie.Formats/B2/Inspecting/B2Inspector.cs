using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Inspecting;

/// <summary>
/// What intake must know of a B2 file: who sent it under which file id and date, the world of its lots, and which lots it holds.
/// Readable is a file whose record 000 is whole and names its sender and itself. Invoices are too many to be keys.
/// </summary>
public sealed class B2Inspector : IMessageInspector
{
    private const int SeveralHeads = 64 * 1024;
    private const char Unit = '\u001F';

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly B2Layout? _header;
    private readonly B2Layout? _lotHead;
    private readonly B2Layout? _lotEnd;

    private B2Inspector(B2LayoutSet? layouts)
    {
        _header = layouts?["000"];
        _lotHead = layouts?["1"];
        _lotEnd = layouts?["6"];
    }

    /// <summary>An inspector that finds fields by a schema; without one no file is readable.</summary>
    public static B2Inspector For(ISchema? schema) => new((schema as B2Schema)?.Layouts);

    /// <inheritdoc/>
    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        if (_header is null || head.Length < B2Schema.RecordLength || !head.StartsWith("000"u8))
        {
            return Unreadable("the bytes do not begin with a record 000 of 128 characters");
        }

        var record = head[..B2Schema.RecordLength];
        if (record.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0)
        {
            return Unreadable("record 000 holds characters outside of printable ASCII");
        }

        var (sender, id, date) = (Text(record, "numeroEmetteur"), Text(record, "identificationFichier"), Text(record, "dateCreation"));
        if (sender.Length == 0 || id.Length == 0)
        {
            return Unreadable("record 000 does not name its sender (6-19) and file (50-55)");
        }

        var keys = new List<BusinessKey> { new("file", id, false) };
        var world = Lots(head, keys);
        return new Inspection
        {
            Readable = true,
            ControlId = string.Join('-', sender, id, date),
            DuplicateKey = string.Join(Unit, sender, id, date),
            Type = $"B2-{Text(record, "norme")}",
            World = world,
            SentAt = Day(record),
            Keys = keys,
            Findings = world is null && head.Length >= SeveralHeads ? [Diagnostic.Of(B2Codes.UnknownWorld, Place.Whole, "no record 6 stands within the first 64 KiB")] : [],
        };
    }

    private static Inspection Unreadable(string text) => new()
    {
        Readable = false,
        Findings = [Diagnostic.Of(B2Codes.NotB2, FixedPlace.Of(1, 0), text)],
    };

    /// <summary>Keys of the lots in the head of the file, and the world of the first of them: real when it says <c>R</c>, else test.</summary>
    private World? Lots(ReadOnlySpan<byte> head, List<BusinessKey> keys)
    {
        World? world = null;
        var splitter = new RecordSplitter();
        var finess = "";
        for (var at = 0; at < head.Length;)
        {
            var slice = splitter.Next(head[at..]);
            var record = head.Slice(at, slice.Length);
            at += slice.Used;
            if (record.Length != B2Schema.RecordLength)
            {
                continue;
            }

            if (record[0] == (byte)'6' && world is null && _lotEnd!.Record.Field("marquage") is { } mark)
            {
                world = mark.In(record).SequenceEqual("R"u8) ? World.Real : World.Test;
            }
            else if (record[0] == (byte)'1' && Numbers(record) is var (number, lot))
            {
                if (number != finess)
                {
                    keys.Add(new("finess", finess = number, false));
                }

                keys.Add(new("lot", $"{number}/{lot}", false));
            }
        }

        return world;
    }

    private (string Finess, string Lot)? Numbers(ReadOnlySpan<byte> record) =>
        _lotHead?.Record.Field("finess") is { } finess && _lotHead.Record.Field("numeroLot") is { } lot
            ? (Encoding.Latin1.GetString(finess.In(record)), Encoding.Latin1.GetString(lot.In(record)))
            : null;

    private string Text(ReadOnlySpan<byte> record, string field) =>
        _header!.Record.Field(field) is { } found ? Encoding.ASCII.GetString(found.In(record)).Trim() : "";

    private DateTimeOffset? Day(ReadOnlySpan<byte> record)
    {
        if (_header!.Record.Field("dateCreation") is not { } field || FixedDate.Read(field.In(record), birth: false, null) is not { } day)
        {
            return null;
        }

        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Paris.GetUtcOffset(midnight));
    }
}
