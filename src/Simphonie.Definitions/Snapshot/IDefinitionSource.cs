namespace Simphonie.Definitions.Snapshot;

/// <summary>Gives the snapshot in force; a reload swaps it whole. Older revisions can be compiled again from the journal's content.</summary>
public interface IDefinitionSource
{
    DefinitionSnapshot Current { get; }

    /// <summary>Raised after a swap, never while one is under way.</summary>
    event Action<DefinitionSnapshot>? Changed;

    /// <summary>Compiles the content of an older revision; cached.</summary>
    DefinitionSnapshot Compile(string revision, ReadOnlyMemory<byte> content);
}
