namespace Simphonie.Formats.Noemie.Writing;

/// <summary>One entity of a return that is being built, with what lies in it.</summary>
/// <param name="name">Name in the schema.</param>
/// <param name="parent">What it lies in, null for the return.</param>
internal sealed class DraftEntity(string name, DraftEntity? parent)
{
    public string Name { get; } = name;

    public DraftEntity? Parent { get; } = parent;

    /// <summary>Null for the return, and for an entity that the schema does not know.</summary>
    public EntityText? Text { get; init; }

    /// <summary>Bytes of an entity that the schema does not know.</summary>
    public byte[]? Verbatim { get; set; }

    public List<DraftEntity> Below { get; } = [];
}
