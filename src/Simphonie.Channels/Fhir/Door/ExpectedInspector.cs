using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Formats.Fhir.Inspecting;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>An inspector that also refuses what the address does not take: another type, or what the door found wrong before.</summary>
internal sealed class ExpectedInspector(string? type, IReadOnlyList<Diagnostic> faults) : IMessageInspector
{
    private static readonly FhirInspector _inspector = new();

    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        var inspection = _inspector.Inspect(head);
        if (!inspection.Readable)
        {
            return inspection;
        }

        if (type is not null && inspection.Type != type)
        {
            return Refused(inspection, [Diagnostic.Of(FhirChannelCodes.WrongType, Place.Whole, $"the address takes {type}")]);
        }

        return faults.Count == 0 ? inspection : Refused(inspection, faults);
    }

    /// <summary>What the door found is not told twice: it saw the whole and knows the places better.</summary>
    private static Inspection Refused(Inspection inspection, IReadOnlyList<Diagnostic> why) =>
        inspection with { Readable = false, Findings = [.. inspection.Findings.Where(finding => !why.Any(better => better.Code == finding.Code)), .. why] };
}
