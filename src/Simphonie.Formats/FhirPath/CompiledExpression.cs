using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath;

/// <summary>An expression that the compiler made.</summary>
internal sealed class CompiledExpression(string text, Operation root, InferredType type, Site site) : Expression
{
    public override string Text => text;

    public override InferredType Type => type;

    public override void Evaluate(EvaluationContext context, List<Item> into)
    {
        var first = into.Count;
        root.Evaluate(Outside(context), into);
        if (context.Used is not null)
        {
            for (var i = first; i < into.Count; i++)
            {
                if (into[i].IsNode)
                {
                    context.Use(into[i].Node);
                }
            }
        }
    }

    public override bool IsTrue(EvaluationContext context)
    {
        var items = context.Items.Rent();
        root.Evaluate(Outside(context), items);
        var isTrue = items.Count == 1 && Reading.ValueOf(context, items[0]).Boolean;
        context.Items.Return(items);
        return isTrue;
    }

    public override string? Text1(EvaluationContext context)
    {
        var frame = Outside(context);
        var value = Singletons.ValueOf(frame, root, site);
        return value.IsNone ? null : value.Text;
    }

    private static Frame Outside(EvaluationContext context) => new(context, context.Focus.IsNone ? default : new Item(context.Focus));
}
