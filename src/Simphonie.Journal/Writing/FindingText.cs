using System.Text.Json;
using System.Text.Json.Serialization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Journal.Writing;

/// <summary>Findings and steps as the text of a row: JSON, null for none.</summary>
internal static class FindingText
{
    public static string? Write(IReadOnlyList<Diagnostic> findings) =>
        findings.Count == 0 ? null : JsonSerializer.Serialize(Rows(findings), FindingTextContext.Default.FindingRowArray);

    public static string Write(IReadOnlyList<StepOutcome> steps)
    {
        var rows = new StepRow[steps.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var step = steps[i];
            rows[i] = new(step.Step, step.Result, step.Micros, step.Findings.Count == 0 ? null : Rows(step.Findings));
        }

        return JsonSerializer.Serialize(rows, FindingTextContext.Default.StepRowArray);
    }

    public static string? Write(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : JsonSerializer.Serialize([.. texts], FindingTextContext.Default.StringArray);

    public static IReadOnlyList<Diagnostic> Findings(string? text, Func<string, DiagnosticCode?>? codes) =>
        text is null ? [] : Findings(JsonSerializer.Deserialize(text, FindingTextContext.Default.FindingRowArray), codes);

    public static IReadOnlyList<StepOutcome> Steps(string? text, Func<string, DiagnosticCode?>? codes)
    {
        if (text is null)
        {
            return [];
        }

        var rows = JsonSerializer.Deserialize(text, FindingTextContext.Default.StepRowArray) ?? [];
        return Array.ConvertAll(rows, row => new StepOutcome(row.Step, row.Result, Findings(row.Findings, codes), row.Micros));
    }

    public static IReadOnlyList<string> Texts(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize(text, FindingTextContext.Default.StringArray) ?? [];

    private static FindingRow[] Rows(IReadOnlyList<Diagnostic> findings)
    {
        var rows = new FindingRow[findings.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var finding = findings[i];
            var place = finding.Place;
            rows[i] = new(finding.Code.Id, (int)finding.Severity, finding.Text, place.File, place.Line, place.Column, place.Path, place.Offset, finding.StandardCode);
        }

        return rows;
    }

    private static IReadOnlyList<Diagnostic> Findings(FindingRow[]? rows, Func<string, DiagnosticCode?>? codes) =>
        Array.ConvertAll(rows ?? [], row => new Diagnostic(
            codes?.Invoke(row.Code) ?? new DiagnosticCode(row.Code, (Severity)row.Severity, row.Text, ""),
            (Severity)row.Severity,
            row.Text,
            new Place(row.File, row.Line, row.Column, row.Path, row.Offset),
            row.Standard));
}

/// <summary>A finding in a row.</summary>
internal sealed record FindingRow(string Code, int Severity, string Text, string? File, int Line, int Column, string? Path, long Offset, string? Standard);

/// <summary>A step in a row.</summary>
internal sealed record StepRow(string Step, string Result, long Micros, FindingRow[]? Findings);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FindingRow[]))]
[JsonSerializable(typeof(StepRow[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class FindingTextContext : JsonSerializerContext;
