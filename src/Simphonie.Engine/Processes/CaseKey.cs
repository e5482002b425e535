using Simphonie.Core.Documents;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Processes;

/// <summary>Computes the key of a case from the values of an event; a dot in a name is a level.</summary>
internal static class CaseKey
{
    /// <summary>Null when it is empty or cannot be computed.</summary>
    public static string? Of(ProcessDefinition process, IReadOnlyList<KeyValuePair<string, Value>> values, IReadOnlyDictionary<string, CodeTable> tables)
    {
        var builder = new TreeBuilder("event");
        var levels = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            var parent = builder.Root;
            var parts = name.Split('.');
            for (var i = 0; i < parts.Length - 1; i++)
            {
                var path = string.Join('.', parts.AsSpan(0, i + 1)!);
                if (!levels.TryGetValue(path, out var level))
                {
                    levels.Add(path, level = builder.Add(parent, parts[i]));
                }

                parent = level;
            }

            builder.Add(parent, parts[^1], value);
        }

        var context = new EvaluationContext { Focus = builder.Build().Root, Tables = tables };
        var key = process.Case.Text1(context);
        return context.Findings.HasErrors || string.IsNullOrEmpty(key) ? null : key;
    }
}
