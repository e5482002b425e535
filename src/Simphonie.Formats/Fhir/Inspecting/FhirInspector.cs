using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Formats.Fhir.Reading;

namespace Simphonie.Formats.Fhir.Inspecting;

/// <summary>
/// What intake must know of a FHIR message: resource type, identity, world, time and keys. Readable is one JSON object with a resourceType.
/// A Bundle is known by its identifier, else its id; a request or an answer of the canonical set by its first identifier; other resources are
/// states of a thing, sent again whenever it changes, and have no identity as messages.
/// </summary>
public sealed class FhirInspector : IMessageInspector
{
    private const char Unit = '\u001F';
    private const string ActReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private static readonly HashSet<string> _onceOnly = new(StringComparer.Ordinal)
    {
        "CoverageEligibilityRequest", "CoverageEligibilityResponse", "Claim", "ClaimResponse", "PaymentReconciliation", "PaymentNotice",
    };

    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        var (nodes, faults) = JsonIndexer.Index(head);
        var tree = new JsonTree(nodes, head);
        var findings = Findings(faults, head.Length >= Payload.InlineLimit, out var readable);
        var type = readable && tree.IsObject(0) ? tree.Text(0, "resourceType"u8) : null;
        if (type is null)
        {
            if (readable)
            {
                findings.Add(FhirCodes.NotAResource, Place.Whole, "the message is not an object with a resourceType");
            }

            return new Inspection { Readable = false, Findings = findings };
        }

        var identifier = Identity(tree, tree.First(tree.Child(0, "identifier"u8)));
        var id = tree.Text(0, "id"u8);
        var control = identifier ?? id;
        var isMessage = type == "Bundle" ? control is not null : identifier is not null && _onceOnly.Contains(type);
        return new Inspection
        {
            Readable = true,
            Type = type,
            ControlId = control,
            DuplicateKey = isMessage ? $"{type}{Unit}{control}" : null,
            World = World(tree),
            SentAt = SentAt(tree),
            Keys = FhirKeys.Of(tree),
            Findings = findings,
        };
    }

    /// <summary>A head that was cut at its 64 KiB ends in the middle of the JSON; what stands there is read all the same.</summary>
    private static DiagnosticBag Findings(IReadOnlyList<JsonIndexer.Fault> faults, bool isCut, out bool readable)
    {
        var findings = new DiagnosticBag();
        readable = true;
        foreach (var fault in faults)
        {
            if (isCut && (fault.Code == FhirCodes.NotJson || fault.Code == FhirCodes.NotUtf8))
            {
                continue;
            }

            readable &= fault.Code != FhirCodes.NotJson && fault.Code != FhirCodes.TooDeep && fault.Code != FhirCodes.NotUtf8;
            findings.Add(fault.Code, new Place(null, 0, 0, null, fault.Offset), fault.Text);
        }

        return findings;
    }

    private static string? Identity(JsonTree tree, int identifier)
    {
        if (identifier == 0 || tree.Text(identifier, "value"u8) is not { } value)
        {
            return null;
        }

        return tree.Text(identifier, "system"u8) is { } system ? $"{system}|{value}" : value;
    }

    /// <summary>HTEST among the tags or security labels marks a message as test; nothing marks one as real.</summary>
    private static World? World(JsonTree tree)
    {
        var meta = tree.Child(0, "meta"u8);
        return meta != 0 && (IsTest(tree, tree.Child(meta, "tag"u8)) || IsTest(tree, tree.Child(meta, "security"u8))) ? Core.Messages.World.Test : null;
    }

    private static bool IsTest(JsonTree tree, int codings)
    {
        for (var coding = codings == 0 ? 0 : tree.FirstChild(codings); coding != 0; coding = tree.Next(coding))
        {
            if (tree.Text(coding, "code"u8) == "HTEST" && tree.Text(coding, "system"u8) is null or ActReason)
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset? SentAt(JsonTree tree)
    {
        var meta = tree.Child(0, "meta"u8);
        var text = tree.Text(0, "timestamp"u8) ?? (meta == 0 ? null : tree.Text(meta, "lastUpdated"u8));
        return text is not null && FhirLexical.IsInstant(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant) ? instant : null;
    }
}
