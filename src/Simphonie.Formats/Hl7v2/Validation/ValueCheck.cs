using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>Single values: length, data type, table.</summary>
internal sealed class ValueCheck(ValidationRun run)
{
    public void CheckLength(Hl7Handle at, Hl7Element element, string name, ReadOnlySpan<byte> part)
    {
        // Bytes are at least as many as characters: only long ones are counted exactly.
        if (element.Length > 0 && part.Length > element.Length && run.Document.Decode(part).Length > element.Length)
        {
            run.Report(Hl7ValidationCodes.TooLong, at, System.FormattableString.Invariant($"{name} is longer than {element.Length} characters"), "102");
        }
    }

    public void CheckPrimitive(Hl7Handle at, Hl7Element element, string? type, string name, ReadOnlySpan<byte> part)
    {
        var delimiters = run.Document.Delimiters;
        if (type is null or "varies" or "NA" or "MA" or "CF" || element.Parts.Count > 0)
        {
            return;
        }

        // A single part is what the data type wants; a separator in it was meant as text, or stands for a newer type.
        if (!FieldReader.TrySingle(ref part, at, delimiters))
        {
            run.Report(Hl7ValidationCodes.ExtraComponents, at, $"{name} is of type {type}, which has no parts", "102");
            return;
        }

        switch (type)
        {
            case "DT" or "DTM" or "TS":
                CheckDate(at, name, type, part);
                break;
            case "TM" when part.Length < 2 || part[..2].ContainsAnyExceptInRange((byte)'0', (byte)'9'):
                run.Report(Hl7ValidationCodes.BadDataType, at, $"{name} is not a time such as 1430", "102");
                break;
            case "NM" when !IsNumber(part):
                run.Report(Hl7ValidationCodes.BadDataType, at, $"{name} is not a number", "102");
                break;
            case "SI" when part.ContainsAnyExceptInRange((byte)'0', (byte)'9'):
                run.Report(Hl7ValidationCodes.BadDataType, at, $"{name} is not a sequence number", "102");
                break;
            case "ID" or "IS":
                CheckCode(at, element.Table, name, part);
                break;
        }
    }

    /// <summary>Coded composites carry their code in the first component.</summary>
    public void CheckCoded(Hl7Handle at, string? table, string type, string name, ReadOnlySpan<byte> part)
    {
        if (table is null || type is not ("CE" or "CWE" or "CNE"))
        {
            return;
        }

        var delimiters = run.Document.Delimiters;
        var code = new PartWalk(part, at.Component == 0 ? delimiters.Component : delimiters.SubComponent).Next();
        if (!code.IsEmpty && FieldReader.StateOf(code, delimiters) == Core.Documents.NodeState.Valued)
        {
            CheckCode(at, table, name, code);
        }
    }

    private void CheckCode(Hl7Handle at, string? tableId, string name, ReadOnlySpan<byte> part)
    {
        if (tableId is null || !run.Schema.Tables.TryGetValue(tableId, out var table))
        {
            return;
        }

        var code = run.Document.Decode(part);
        if (table.Codes.ContainsKey(code))
        {
            return;
        }

        var listed = table.StandardCodes.Contains(code);
        if (table.Codes.Count == 0 && (listed || table.StandardCodes.Count == 0))
        {
            return;
        }

        if (table.IsOpen || listed)
        {
            run.Report(Hl7ValidationCodes.UnlistedCode, at, $"the code of {name} is not listed in table {tableId}", "103");
            return;
        }

        if (!IsContradicted(at, code))
        {
            run.Report(Hl7ValidationCodes.UnknownCode, at, $"the code of {name} is not in table {tableId}", "103");
        }
    }

    private bool IsContradicted(Hl7Handle at, string code) => run.TryContradiction(at, run.Document.SegmentName(at.Index), at.Field, code, "103");

    private void CheckDate(Hl7Handle at, string name, string type, ReadOnlySpan<byte> part)
    {
        if (!Hl7Time.IsWellFormed(part, dateOnly: type == "DT"))
        {
            run.Report(Hl7ValidationCodes.BadDataType, at, type == "DT" ? $"{name} is not a date such as 20260131" : $"{name} is not a time such as 20260131143000", "102");
        }
        else if (!Hl7Time.IsInCalendar(part))
        {
            var segment = run.Document.SegmentName(at.Index);
            var lunar = run.Schema.LunarDates.Any(place => place.Name == segment && place.Position == at.Field);
            run.Report(lunar ? Hl7ValidationCodes.ImpossibleDate : Hl7ValidationCodes.BadDataType, at,
                lunar ? $"{name} is a lunar date" : $"{name} is not in the calendar", "102");
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> part)
    {
        part = part[(part[0] is (byte)'+' or (byte)'-' ? 1 : 0)..];
        var point = part.IndexOf((byte)'.');
        var digits = point < 0 ? part.Length : part.Length - 1;
        return digits > 0 && part.Count((byte)'.') <= 1 && !part.ContainsAnyExcept("0123456789."u8);
    }
}
