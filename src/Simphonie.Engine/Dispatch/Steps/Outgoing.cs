using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>The document that a call or send lets out: mapped, or a named one as it is; none when the mapping made nothing.</summary>
internal readonly record struct Outgoing(Document? Document, byte[] Bytes, Diagnostic? Failure)
{
    public static Outgoing Of(Mapping? mapping, string? document, string source, StageContext context)
    {
        if (mapping is not null)
        {
            var mapped = Mapped.By(mapping, source, context);
            return new(mapped.Output, mapped.Output is null ? [] : context.Write(mapped.Output), mapped.Failure);
        }

        return context.Documents.TryGetValue(document ?? source, out var named)
            ? new(named, context.Write(named), null)
            : new(null, [], Diagnostic.Of(DispatchCodes.DocumentMissing, Place.Whole, $"There is no document {document ?? source}."));
    }
}
