using Simphonie.Definitions.Snapshot;

namespace Simphonie.Engine.Testing;

/// <summary>The definitions of a route test, which never change.</summary>
internal sealed class TestDefinitions(DefinitionSnapshot snapshot) : IDefinitionSource
{
    public event Action<DefinitionSnapshot>? Changed
    {
        add
        {
            // Nothing changes during a test.
        }

        remove
        {
            // See above.
        }
    }

    public DefinitionSnapshot Current => snapshot;

    public DefinitionSnapshot Compile(string revision, ReadOnlyMemory<byte> content) => snapshot;
}
