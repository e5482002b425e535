using System.Globalization;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Names the kind of an invoice by a table; nothing found leaves the name empty.</summary>
internal sealed class ClassifyStep : StepRunner<Step.Classify>
{
    protected override StepEnd Run(Step.Classify step, StageContext context)
    {
        if (!context.Documents.TryGetValue(step.Source, out var document))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Source}.");
        }

        if (context.Schema(step.Kinds) is not IBillingKinds kinds)
        {
            return StepEnd.Failed(DispatchCodes.SchemaUnknown, $"No version of {step.Kinds} is in force.");
        }

        var found = kinds.Find(Texts(step.Acts, document, context), Texts(step.Covers, document, context), Texts(step.Sites, document, context), Day(step, document, context));
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
        }

        if (found is not null)
        {
            var name = found.IsIndividual ? found.Name : Step.Classify.OtherwisePaid;
            var text = StoredDocuments.OfText(step.As, name);
            context.Add(new(step.As, StoredDocuments.TextFormat, null, text, Encoding.UTF8.GetBytes(name)), text);
        }

        return StepEnd.Next;
    }

    private static List<string> Texts(Expression? expression, Document document, StageContext context)
    {
        var items = new List<Item>();
        expression?.Evaluate(context.Evaluation(document), items);
        return items.ConvertAll(static item => item.Value.Text);
    }

    private static DateOnly Day(Step.Classify step, Document document, StageContext context) =>
        DateOnly.TryParseExact(step.At?.Text1(context.Evaluation(document)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : context.BusinessDate;
}
