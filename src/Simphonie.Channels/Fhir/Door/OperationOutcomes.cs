using System.Buffers;
using System.Text.Json;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>Findings as an OperationOutcome: the code in <c>details.coding</c>, the place in <c>expression</c>. Never a value of a message.</summary>
internal static class OperationOutcomes
{
    /// <summary>System of the hub's codes.</summary>
    public const string System = "urn:simphonie:diagnostics";

    private static readonly Dictionary<DiagnosticCode, string> _issueTypes = new()
    {
        [FhirCodes.NotJson] = "structure",
        [FhirCodes.NotUtf8] = "structure",
        [FhirCodes.TooDeep] = "structure",
        [FhirCodes.DuplicateProperty] = "structure",
        [FhirCodes.NotAResource] = "structure",
        [FhirCodes.UnknownResource] = "structure",
        [FhirCodes.UnknownElement] = "structure",
        [FhirCodes.WrongShape] = "structure",
        [FhirCodes.EmptyElement] = "structure",
        [FhirCodes.SeveralChoices] = "structure",
        [FhirCodes.MissingElement] = "required",
        [FhirCodes.WrongValue] = "value",
        [FhirCodes.NumberOutOfBounds] = "value",
        [FhirCodes.CodeNotBound] = "code-invalid",
        [FhirCodes.InvariantBroken] = "invariant",
        [FhirCodes.UnresolvedReference] = "not-found",
        [FhirChannelCodes.MediaType] = "not-supported",
        [FhirChannelCodes.Coding] = "not-supported",
        [FhirChannelCodes.BodyBroken] = "structure",
        [FhirChannelCodes.NotAcceptable] = "not-supported",
        [FhirChannelCodes.NotSupported] = "not-supported",
        [FhirChannelCodes.NoRoute] = "not-supported",
        [FhirChannelCodes.NotAuthenticated] = "login",
        [FhirChannelCodes.NotFound] = "not-found",
        [FhirChannelCodes.Gone] = "deleted",
        [FhirChannelCodes.Conflict] = "conflict",
        [FhirChannelCodes.TooLarge] = "too-long",
        [FhirChannelCodes.Overloaded] = "transient",
        [FhirChannelCodes.Broken] = "exception",
        [FhirChannelCodes.NoAnswer] = "processing",
        [FhirChannelCodes.WrongWorld] = "business-rule",
        [FhirChannelCodes.Received] = "informational",
    };

    public static ReadOnlyMemory<byte> Write(IEnumerable<Diagnostic> findings)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
        foreach (var finding in findings)
        {
            Issue(finding, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void Issue(Diagnostic finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("severity", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "information" });
        json.WriteString("code", _issueTypes.GetValueOrDefault(finding.Code, "invalid"));
        json.WriteStartObject("details");
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", System);
        json.WriteString("code", finding.Code.Id);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("text", finding.Code.Title);
        json.WriteEndObject();
        json.WriteString("diagnostics", $"{finding.Text}. {finding.Code.Help}");
        if (finding.Place.Path is { } path)
        {
            json.WriteStartArray("expression");
            json.WriteStringValue(path);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
