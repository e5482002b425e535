using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Hl7v2.Writing;

/// <summary>Writes built parts as ER7. Copied bytes are written as they are where delimiters and charset are the same, else part by part.</summary>
internal sealed class OutputWriter(Hl7Delimiters delimiters, Encoding encoding, IBufferWriter<byte> writer, DiagnosticBag findings)
{
    public void Segment(OutputPart segment, ReadOnlySpan<byte> terminator)
    {
        if (!TryCopy(segment))
        {
            writer.Write(Encoding.ASCII.GetBytes(segment.Name));
            if (SegmentName.IsHeader(SegmentName.Key(segment.Name)))
            {
                Header(segment);
            }
            else
            {
                Fields(segment, 1);
            }
        }

        writer.Write(terminator);
    }

    private void Header(OutputPart segment)
    {
        Span<byte> characters = stackalloc byte[5];
        var length = delimiters.CopyEncodingCharacters(characters);
        writer.Write([delimiters.Field]);
        writer.Write(characters[..length]);
        Fields(segment, 3);
    }

    private void Fields(OutputPart segment, int from)
    {
        for (var position = from; position <= segment.Parts.Count; position++)
        {
            // Trailing fields that were never copied and never filled are not sent.
            if (segment.Parts[position - 1].IsEmpty && segment.Parts.Skip(position - 1).All(part => part.IsEmpty))
            {
                break;
            }

            writer.Write([delimiters.Field]);
            Part(segment.Parts[position - 1]);
        }
    }

    private void Part(OutputPart part)
    {
        if (TryCopy(part))
        {
            return;
        }

        if (part.IsCleared)
        {
            writer.Write("\"\""u8);
        }
        else if (part.Text is { } text)
        {
            if (!Hl7Escapes.Encode(text, delimiters, encoding, writer))
            {
                findings.Add(Hl7Codes.UnfitCharacter, Place.InMessage(OutputPaths.Of(part)), "a character of the text has no place in the charset of MSH-18");
            }
        }
        else
        {
            Parts(part);
        }
    }

    private void Parts(OutputPart part)
    {
        var separator = part.Level switch
        {
            OutputLevel.Field => delimiters.Repetition,
            OutputLevel.Repetition => delimiters.Component,
            _ => delimiters.SubComponent,
        };
        var last = part.Parts.FindLastIndex(one => !one.IsEmpty);
        for (var index = 0; index <= last; index++)
        {
            if (index > 0)
            {
                writer.Write([separator]);
            }

            Part(part.Parts[index]);
        }
    }

    /// <summary>True when the part was copied, and is now written.</summary>
    private bool TryCopy(OutputPart part)
    {
        if (part.Source is not { } source)
        {
            return false;
        }

        if (source.Delimiters == delimiters && (source.Encoding.CodePage == encoding.CodePage || Ascii.IsValid(part.Copied.Span)))
        {
            writer.Write(part.Copied.Span);
            return true;
        }

        if (part.Copied.Span.SequenceEqual("\"\""u8))
        {
            part.SetCleared();
        }
        else if (part.Level == OutputLevel.SubComponent)
        {
            part.SetText(source.Decode(part.Copied.Span));
        }
        else
        {
            // Taking it apart turns it into parts, each of which is then written for itself.
            _ = part[1];
        }

        return false;
    }
}
