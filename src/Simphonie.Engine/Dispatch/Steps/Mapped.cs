using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>What a mapping within a step came to: a document, nothing (no rule made anything), or a failure.</summary>
internal readonly record struct Mapped(Document? Output, Diagnostic? Failure)
{
    /// <summary>Runs the mapping over a named document.</summary>
    public static Mapped By(Mapping mapping, string source, StageContext context) =>
        context.Documents.TryGetValue(source, out var document)
            ? Over(mapping, document, context)
            : new(null, Diagnostic.Of(DispatchCodes.DocumentMissing, Place.Whole, $"There is no document {source}."));

    public static Mapped Over(
        Mapping mapping, Document source, StageContext context, IReadOnlyDictionary<string, Document>? documents = null, (Node Node, int Position)? item = null)
    {
        var result = context.Map(mapping, source, documents, item);
        foreach (var finding in result.Findings)
        {
            if (finding.Severity == Severity.Error)
            {
                return new(null, finding);
            }
        }

        return new(result.Output, null);
    }
}
