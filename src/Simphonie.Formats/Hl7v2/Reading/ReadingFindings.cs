using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>What reading alone finds wrong, without a schema.</summary>
internal static class ReadingFindings
{
    public static IReadOnlyList<Diagnostic> Of(Hl7Document document)
    {
        var findings = new DiagnosticBag();
        if (!document.HasHeader)
        {
            findings.Add(Hl7Codes.NoHeader, Place.InMessage("MSH", 0), "the message does not begin with an MSH segment", "100");
            return findings;
        }

        if (!document.HasDelimiters)
        {
            findings.Add(Hl7Codes.UnusableDelimiters, Place.InMessage("MSH[1]-2"), "MSH-1 and MSH-2 do not declare distinct punctuation marks", "102");
            return findings;
        }

        if (document.Field(0, 10).IsEmpty)
        {
            findings.Add(Hl7Codes.NoControlId, Place.InMessage("MSH[1]-10"), "MSH-10 is empty", "101");
        }

        if (document.Type.IsMalformed)
        {
            findings.Add(Hl7Codes.MalformedType, PlaceOf(document, 9), "MSH-9 is not type, trigger event and structure", "102");
        }

        if (document.Charset.Code is { } charset)
        {
            findings.Add(charset, PlaceOf(document, 18), charset == Hl7Codes.UnknownCharset
                ? "MSH-18 names a charset that is not known"
                : "the bytes of the message are not in the charset that MSH-18 names", "103");
        }

        for (var index = 0; index < document.SegmentCount; index++)
        {
            if (!SegmentName.IsWellFormed(document.Span(index), document.Delimiters.Field))
            {
                findings.Add(Hl7Codes.MalformedSegment, Place.InMessage(System.FormattableString.Invariant($"segment {index + 1}"), document.StartOf(index)),
                    "the line does not begin with the name of a segment and the field separator", "100");
            }
        }

        if (document.SegmentCount == Hl7Handle.MaxSegments)
        {
            findings.Add(Hl7Codes.TooDeep, Place.Whole, "the message has more segments than can be addressed", "207");
        }

        return findings;
    }

    private static Place PlaceOf(Hl7Document document, int field) => document.PlaceOf(Hl7Handle.OfSegment(0) with { Field = field, Repetition = 1 }, -1);
}
