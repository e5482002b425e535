using System.Runtime.InteropServices;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>One entity of a document, as offsets. Indexes are those of the document's list; the 000 has 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DocumentEntity
{
    /// <summary>Offset of its first byte among the bytes of entities.</summary>
    public long Offset;

    public int Length;

    /// <summary>Number that says what it is, -1 when it begins with none.</summary>
    public int Number;

    public EntityType? Type;

    /// <summary>Index of the entity that it lies in by its level, -1 for the return itself.</summary>
    public int Parent;

    /// <summary>Index behind all that lies in it.</summary>
    public int Next;

    /// <summary>What it stands under by the order of the file; 1-based.</summary>
    public EntityContext Context;
}
