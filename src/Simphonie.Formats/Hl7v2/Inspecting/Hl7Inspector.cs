using System.Text;
using System.Text.Unicode;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Inspecting;

/// <summary>
/// What intake must know of an HL7 v2 message: identity, type, world, time, and the keys that the schema declares.
/// Readable is a message with an MSH, usable delimiters and an MSH-10; all else that is odd is a finding and is kept.
/// </summary>
public sealed class Hl7Inspector : IMessageInspector
{
    private const int SeveralHeads = 64 * 1024;
    private const char Unit = '\u001F';

    private static readonly Hl7Path SendingApplication = Hl7Path.Parse("MSH-3");
    private static readonly Hl7Path SendingFacility = Hl7Path.Parse("MSH-4");
    private static readonly Hl7Path Time = Hl7Path.Parse("MSH-7");
    private static readonly Hl7Path Type = Hl7Path.Parse("MSH-9");
    private static readonly Hl7Path ControlId = Hl7Path.Parse("MSH-10");
    private static readonly Hl7Path ProcessingId = Hl7Path.Parse("MSH-11.1");
    private static readonly Hl7Path Charset = Hl7Path.Parse("MSH-18");

    private readonly KeyReader[] _keys;

    private Hl7Inspector(IEnumerable<Hl7Key> keys) => _keys = [.. keys.Select(key => new KeyReader(key))];

    /// <summary>An inspector for the keys of a schema; without one it reads no keys.</summary>
    public static Hl7Inspector For(ISchema? schema) => new((schema as Hl7Schema)?.Keys ?? []);

    /// <inheritdoc/>
    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        if (!Hl7Message.TryOpen(head, out var message))
        {
            return Unreadable(head);
        }

        var findings = new DiagnosticBag();
        message.TryGet(ControlId, out var controlId);
        if (controlId.IsEmpty)
        {
            findings.Add(Hl7Codes.NoControlId, Place.InMessage("MSH[1]-10"), "MSH-10 is empty", "101");
        }

        message.TryGet(Type, out var written);
        var type = MessageType.Read(written, message.Delimiters);
        if (type.IsMalformed)
        {
            findings.Add(Hl7Codes.MalformedType, Place.InMessage("MSH[1]-9"), "MSH-9 is not type, trigger event and structure", "102");
        }

        message.TryGet(Time, out var time);
        var sentAt = Hl7Time.TryInstant(time, out var instant) ? instant : (DateTimeOffset?)null;
        if (sentAt is null && !time.IsEmpty)
        {
            findings.Add(Hl7Codes.BadTime, Place.InMessage("MSH[1]-7"), "MSH-7 is not a date and time", "102");
        }

        CheckCharset(ref message, head, findings);
        var world = WorldOf(ref message, findings);
        var id = Text(controlId);
        return new Inspection
        {
            Readable = !controlId.IsEmpty,
            ControlId = controlId.IsEmpty ? null : id,
            DuplicateKey = controlId.IsEmpty ? null : DuplicateKey(ref message, id, time),
            Type = written.IsEmpty ? null : type.ToString(),
            World = world,
            SentAt = sentAt,
            Keys = Keys(ref message),
            Findings = findings.Count == 0 ? [] : findings,
        };
    }

    /// <summary>Text of a short value: UTF-8 when it is, else ISO 8859-1. Keys compare equal whatever MSH-18 says.</summary>
    internal static string Text(ReadOnlySpan<byte> value) =>
        Ascii.IsValid(value) ? Encoding.ASCII.GetString(value)
        : Utf8.IsValid(value) ? Encoding.UTF8.GetString(value)
        : Encoding.Latin1.GetString(value);

    private static Inspection Unreadable(ReadOnlySpan<byte> head)
    {
        var start = head.IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)' ');
        var hasHeader = start >= 0 && SegmentName.Key(head[start..]) == SegmentName.Msh;
        return new Inspection
        {
            Readable = false,
            Findings = hasHeader
                ? [Diagnostic.Of(Hl7Codes.UnusableDelimiters, Place.InMessage("MSH[1]-2"), "MSH-1 and MSH-2 do not declare distinct punctuation marks", "102")]
                : [Diagnostic.Of(Hl7Codes.NoHeader, Place.InMessage("MSH", 0), "the message does not begin with an MSH segment", "100")],
        };
    }

    private static string DuplicateKey(ref Hl7Message message, string controlId, ReadOnlySpan<byte> time)
    {
        message.TryGet(SendingApplication, out var application);
        message.TryGet(SendingFacility, out var facility);
        return $"{Text(application)}{Unit}{Text(facility)}{Unit}{controlId}{Unit}{Text(time)}";
    }

    private static World? WorldOf(ref Hl7Message message, DiagnosticBag findings)
    {
        message.TryGet(ProcessingId, out var processing);
        if (processing is [var mark])
        {
            switch (mark)
            {
                case (byte)'P':
                    return World.Real;
                case (byte)'T' or (byte)'D':
                    return World.Test;
            }
        }

        findings.Add(Hl7Codes.UnknownWorld, Place.InMessage("MSH[1]-11"), "MSH-11 is neither P nor T nor D", processing.IsEmpty ? "101" : "103");
        return null;
    }

    private static void CheckCharset(ref Hl7Message message, ReadOnlySpan<byte> head, DiagnosticBag findings)
    {
        // The cut of a long message may lie inside of a character.
        if (head.Length >= SeveralHeads)
        {
            return;
        }

        message.TryGet(Charset, out var declared);
        if (Hl7Charset.Of(declared, head).Code is { } code)
        {
            findings.Add(code, Place.InMessage("MSH[1]-18"), code == Hl7Codes.UnknownCharset
                ? "MSH-18 names a charset that is not known"
                : "the bytes of the message are not in the charset that MSH-18 names", "103");
        }
    }

    private List<BusinessKey> Keys(ref Hl7Message message)
    {
        var keys = new List<BusinessKey>(_keys.Length);
        foreach (var key in _keys)
        {
            key.Read(ref message, keys);
        }

        return keys;
    }
}
