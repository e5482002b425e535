using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>
/// Checks a message against a schema: structure, fields, rules. All findings at once, with places, severities and codes of HL7 table 0357.
/// Unknown local segments and unknown trigger events never fail a message.
/// </summary>
public static class Hl7Validator
{
    /// <summary>Adds what reading found wrong, then what the schema does not allow.</summary>
    public static void Validate(Hl7Document document, Hl7Schema schema, DiagnosticBag findings)
    {
        findings.AddRange(document.Findings);
        if (!document.HasDelimiters)
        {
            return;
        }

        // A document that was read with another schema, or none, is looked at again through this one.
        if (!ReferenceEquals(document.Hl7Schema, schema))
        {
            document = Hl7Document.Read(document.Bytes, schema);
        }

        var run = new ValidationRun(document, schema, findings);
        CheckEvent(run);
        if (schema.StructureOf(document.Type) is { } structure)
        {
            new StructureCheck(run, structure).Check();
        }

        CheckSegments(run);
    }

    private static void CheckEvent(ValidationRun run)
    {
        var at = Hl7Handle.OfSegment(0) with { Field = 9, Repetition = 1 };
        if (run.Event is { } known)
        {
            if (known.Action.StartsWith("excluded", StringComparison.Ordinal))
            {
                run.Report(Hl7ValidationCodes.ExcludedEvent, at, $"the profile excludes {known.Code}", "201");
            }
        }
        else if (run.Schema.StructureOf(run.Document.Type) is null)
        {
            run.Report(Hl7ValidationCodes.UnknownEvent, at, "the schema does not know this trigger event; only single segments are checked", "201");
        }
    }

    private static void CheckSegments(ValidationRun run)
    {
        var rules = new RuleCheck(run);
        var elements = new ElementCheck(run, rules);
        for (var index = 0; index < run.Document.SegmentCount; index++)
        {
            var name = run.Document.SegmentName(index);
            if (Definition(run, index, name) is { } definition)
            {
                elements.CheckSegment(index, definition);
                rules.CheckSegment(index);
            }
        }
    }

    /// <summary>What the schema says of a segment in its use: an IN1 of an AMO cover, and the IN2 and IN3 of the same group.</summary>
    private static Hl7Composite? Definition(ValidationRun run, int index, string name)
    {
        var opener = run.Document.OpenerOf(index);
        if (opener >= 0)
        {
            foreach (var context in run.Schema.Contexts)
            {
                if (context.Segments.TryGetValue(name, out var closer) && ConditionCheck.Holds(run, context.When, Hl7Handle.OfSegment(opener)))
                {
                    return closer;
                }
            }
        }

        return run.Schema.Segments.GetValueOrDefault(name);
    }
}
