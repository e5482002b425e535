using System.Buffers;
using System.Globalization;
using System.Text;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Hl7v2.Acknowledgements;

/// <summary>
/// Makes acknowledgements (ACK, HL7 v2.5 chapter 2): a pure function of the message, the code and the findings.
/// Delimiters, version, processing id and character set are the message's own; bytes that have no header get a header of HL7 2.5.
/// </summary>
public static class AcknowledgementBuilder
{
    private const int MostErrors = 20;

    /// <summary>Table 0357, 100 segment sequence error: for a finding that HL7 has no code of its own for. Never 206 or 207, which ask to send again.</summary>
    private const string Unreadable = "100";

    /// <summary>Appends an acknowledgement.</summary>
    /// <param name="message">The message or its head.</param>
    /// <param name="code">Table 0008: AA, AE, AR, CA, CE, CR.</param>
    /// <param name="controlId">MSH-10 of the acknowledgement.</param>
    /// <param name="at">MSH-7, in the offset given.</param>
    /// <param name="findings">One ERR each for errors and warnings, at most 20.</param>
    /// <param name="writer">Where the bytes go.</param>
    public static void Write(ReadOnlySpan<byte> message, string code, string controlId, DateTimeOffset at, IReadOnlyList<Diagnostic> findings, IBufferWriter<byte> writer)
    {
        var header = HeaderView.Of(message);
        WriteHeader(header, controlId, at, writer);
        writer.Write("MSA"u8);
        Field(writer, header, Encoding.ASCII.GetBytes(code));
        Field(writer, header, header.Field(10));
        writer.Write("\r"u8);
        var errors = 0;
        foreach (var finding in findings)
        {
            if (finding.Severity != Severity.Information && errors++ < MostErrors)
            {
                WriteError(header, finding, writer);
            }
        }
    }

    private static void WriteHeader(HeaderView header, string controlId, DateTimeOffset at, IBufferWriter<byte> writer)
    {
        writer.Write("MSH"u8);
        if (header.Exists)
        {
            Field(writer, header, header.Field(2));
        }
        else
        {
            writer.Write("|^~\\&"u8);
        }

        Field(writer, header, header.Field(5));
        Field(writer, header, header.Field(6));
        Field(writer, header, header.Field(3));
        Field(writer, header, header.Field(4));
        Field(writer, header, Encoding.ASCII.GetBytes(at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)));
        Field(writer, header, default);
        WriteType(header, writer);
        Field(writer, header, Encoding.ASCII.GetBytes(controlId));
        Field(writer, header, header.Field(11).IsEmpty ? "T"u8 : header.Field(11));
        Field(writer, header, header.Field(12).IsEmpty ? "2.5"u8 : header.Field(12));
        if (!header.Field(17).IsEmpty || !header.Field(18).IsEmpty)
        {
            for (var empty = 13; empty <= 16; empty++)
            {
                Field(writer, header, default);
            }

            Field(writer, header, header.Field(17));
            Field(writer, header, header.Field(18));
        }

        writer.Write("\r"u8);
    }

    /// <summary>MSH-9: <c>ACK^event^ACK</c>, or <c>ACK</c> alone when the event is not known.</summary>
    private static void WriteType(HeaderView header, IBufferWriter<byte> writer)
    {
        Field(writer, header, "ACK"u8);
        var trigger = TriggerOf(header);
        if (!trigger.IsEmpty)
        {
            Byte(writer, header.Component);
            writer.Write(trigger);
            Byte(writer, header.Component);
            writer.Write("ACK"u8);
        }
    }

    /// <summary>The event of <c>ADT^A28</c>, and of <c>ADT^ADT^A28</c>, which circulates.</summary>
    private static ReadOnlySpan<byte> TriggerOf(HeaderView header)
    {
        var trigger = header.ComponentOf(9, 2);
        return trigger.SequenceEqual(header.ComponentOf(9, 1)) && !header.ComponentOf(9, 3).IsEmpty ? header.ComponentOf(9, 3) : trigger;
    }

    /// <summary>ERR-2 place, ERR-3 table 0357, ERR-4 severity, ERR-5 the hub's own code, ERR-8 text.</summary>
    private static void WriteError(HeaderView header, Diagnostic finding, IBufferWriter<byte> writer)
    {
        writer.Write("ERR"u8);
        Field(writer, header, default);
        Byte(writer, header.Separator);
        WriteLocation(header, finding.Place.Path, writer);
        Field(writer, header, Encoding.ASCII.GetBytes(finding.StandardCode ?? Unreadable));
        Byte(writer, header.Component);
        Byte(writer, header.Component);
        writer.Write("HL70357"u8);
        Field(writer, header, finding.Severity == Severity.Error ? "E"u8 : "W"u8);
        Field(writer, header, Encoding.ASCII.GetBytes(finding.Code.Id));
        Field(writer, header, default);
        Field(writer, header, default);
        Field(writer, header, default);
        WriteText(header, finding.Text, writer);
        writer.Write("\r"u8);
    }

    private static void WriteLocation(HeaderView header, string? path, IBufferWriter<byte> writer)
    {
        if (!ErrorLocation.TryParse(path, out var place))
        {
            return;
        }

        writer.Write(Encoding.ASCII.GetBytes(place.Segment));
        int[] parts = [place.Occurrence, place.Field, place.Repetition, place.Component, place.SubComponent];
        var last = Array.FindLastIndex(parts, part => part > 0);
        for (var i = 0; i <= last; i++)
        {
            Byte(writer, header.Component);
            writer.Write(Encoding.ASCII.GetBytes(parts[i].ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Texts of findings are ASCII, so that they fit any character set; delimiters in them are escaped.</summary>
    private static void WriteText(HeaderView header, string text, IBufferWriter<byte> writer)
    {
        Byte(writer, header.Separator);
        foreach (var character in text)
        {
            var escape = Escape(header, character);
            if (escape != 0)
            {
                Byte(writer, header.Escape);
                Byte(writer, escape);
                Byte(writer, header.Escape);
            }
            else
            {
                Byte(writer, character is >= ' ' and < '\x7F' ? (byte)character : (byte)'?');
            }
        }
    }

    private static byte Escape(HeaderView header, char character) =>
        character == header.Separator ? (byte)'F'
        : character == header.Component ? (byte)'S'
        : character == header.Repetition ? (byte)'R'
        : character == header.Escape ? (byte)'E'
        : character == header.SubComponent ? (byte)'T'
        : (byte)0;

    private static void Field(IBufferWriter<byte> writer, HeaderView header, ReadOnlySpan<byte> value)
    {
        Byte(writer, header.Separator);
        writer.Write(value);
    }

    private static void Byte(IBufferWriter<byte> writer, byte value)
    {
        writer.GetSpan(1)[0] = value;
        writer.Advance(1);
    }
}
