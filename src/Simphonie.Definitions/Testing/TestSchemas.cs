using Simphonie.Core.Schemas;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Testing;

/// <summary>Which schema a document of a test is read with when nothing names one.</summary>
public static class TestSchemas
{
    /// <summary>The schema of that format that the set's own mappings read or write, else any; null when there is none. A national profile so comes before the standard it profiles.</summary>
    public static ISchema? For(DefinitionSnapshot snapshot, string format)
    {
        foreach (var mapping in snapshot.Mappings)
        {
            foreach (var reference in new[] { mapping.To, mapping.From })
            {
                if (snapshot.Schemas.TryResolve(reference, DateOnly.MaxValue, out var schema) && schema.Format == format)
                {
                    return schema;
                }
            }
        }

        return snapshot.Schemas.All.FirstOrDefault(s => s.Format == format);
    }
}
