using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Functions;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.National;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>The conditional rules of the profile.</summary>
internal sealed class RuleCheck(ValidationRun run)
{
    /// <summary>Rules of a segment, in one occurrence of it.</summary>
    public void CheckSegment(int index)
    {
        foreach (var rule in run.Schema.RulesOf(run.Document.SegmentName(index)))
        {
            var field = Hl7Handle.OfSegment(index) with { Field = rule.Target.Position };
            if (rule.Target.Part == 0)
            {
                Check(rule, field, ConditionCheck.Holds(run, rule.When, Hl7Handle.OfSegment(index)));
                continue;
            }

            var all = run.Document.Field(index, rule.Target.Position);
            var repetitions = all.IsEmpty ? 1 : FieldReader.Count(all, run.Document.Delimiters.Repetition);
            for (var repetition = 1; repetition <= Math.Min(repetitions, Hl7Handle.MaxRepetitions); repetition++)
            {
                var here = field with { Repetition = repetition };
                Check(rule, here with { Component = rule.Target.Part }, ConditionCheck.Holds(run, rule.When, here));
            }
        }
    }

    /// <summary>Rules of a data type, in one value of it.</summary>
    public void CheckType(Hl7Handle at, string type)
    {
        foreach (var rule in run.Schema.RulesOf(type))
        {
            var part = at.Component == 0 ? at with { Component = rule.Target.Position } : at with { SubComponent = rule.Target.Position };
            Check(rule, part, ConditionCheck.Holds(run, rule.When, at));
        }
    }

    private void Check(Hl7Rule rule, Hl7Handle at, bool applies)
    {
        if (!applies)
        {
            return;
        }

        var because = rule.When.Text.Length == 0 ? "" : $" when {rule.When.Text}";
        switch (rule.Demand)
        {
            case Hl7Demand.Required when !ConditionCheck.IsValued(run.Document, at):
                run.Report(Hl7ValidationCodes.BrokenRule, rule.Severity, at, $"{rule.Target} is required{because}", "101");
                break;
            case Hl7Demand.Forbidden when ConditionCheck.IsValued(run.Document, at):
                run.Report(Hl7ValidationCodes.BrokenRule, rule.Severity, at, $"{rule.Target} is forbidden{because}", "102");
                break;
            case Hl7Demand.In when !ConditionCheck.HasOne(run.Document, at, rule.Values):
                run.Report(Hl7ValidationCodes.BrokenRule, rule.Severity, at, $"{rule.Target} is one of {string.Join(", ", rule.Values)}{because}", "103");
                break;
            case Hl7Demand.NotIn when ConditionCheck.HasOne(run.Document, at, rule.Values):
                run.Report(Hl7ValidationCodes.BrokenRule, rule.Severity, at, $"{rule.Target} is none of {string.Join(", ", rule.Values)}{because}", "103");
                break;
            case Hl7Demand.Nir when IsWrongNir(at):
                run.Report(FrenchCodes.WrongNir, rule.Severity, at, $"{rule.Target} is not 13 characters of a NIR or NIA with their key", "102");
                break;
        }
    }

    private bool IsWrongNir(Hl7Handle at)
    {
        var part = run.Document.Find(at.Index, at.Field, Math.Max(at.Repetition, 1), at.Component, at.SubComponent, out _);
        return FieldReader.StateOf(part, run.Document.Delimiters) == NodeState.Valued && !Nir.IsValid(run.Document.Decode(part));
    }
}
