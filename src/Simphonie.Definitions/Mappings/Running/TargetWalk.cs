using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Rules;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>Goes down a target path in the output and makes what is missing on the way.</summary>
internal static class TargetWalk
{
    /// <summary>The node at the end of a path; with <paramref name="append"/> a new one at the end of its list.</summary>
    public static long Make(MappingRun run, long from, IReadOnlyList<TargetStep> path, bool append)
    {
        var node = from;
        for (var i = 0; i < path.Count; i++)
        {
            node = Step(run.Builder, node, path[i], append && i == path.Count - 1);
        }

        return node;
    }

    private static long Step(IDocumentBuilder builder, long parent, TargetStep step, bool append)
    {
        if (step.ExtensionUrl is not { } url)
        {
            return append ? builder.Append(parent, step.Name, step.Type) : builder.Child(parent, step.Name);
        }

        var extension = builder.Append(parent, step.Name);
        builder.Set(builder.Child(extension, "url"), Value.Of(url));
        return extension;
    }
}
