using Simphonie.Core.Documents;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Processes.Evaluation;

/// <summary>A case with a value of each declared type, to find wrong types in expressions before any case is there.</summary>
internal sealed class CaseSample(ProcessParts parts, EventShape? shape)
{
    /// <summary>What the expression gave; null when it gave nothing or several items, which says nothing of its type.</summary>
    public Value? Result { get; private set; }

    /// <summary>Null when nothing is wrong.</summary>
    public string? Evaluate(Expression expression, IReadOnlyDictionary<string, CodeTable> tables)
    {
        var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var document = new CaseContext(parts.Holds, parts.Profile)
        {
            Holds = [.. parts.Holds.Select(static hold => HoldValue.Sample(hold.Kind))],
            State = "state",
            Key = "key",
            Entered = at,
            Event = shape?.Name,
            EventAt = at,
            EventValues = shape is null ? [] : [.. shape.Values.Select(static value => new KeyValuePair<string, Value>(value.Name, HoldValue.Sample(value.Kind)))],
        };
        var context = new EvaluationContext { Focus = document.Root, Now = at, Tables = tables };
        var items = new List<Item>();
        expression.Evaluate(context, items);
        foreach (var finding in context.Findings)
        {
            if (finding.Code == FhirPathCodes.WrongOperand)
            {
                return finding.Text;
            }
        }

        Result = items is [var item] ? item.IsNode ? item.Node.Value : item.Value : null;
        return null;
    }
}
