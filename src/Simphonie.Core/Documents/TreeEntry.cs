using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Documents;

/// <summary>One node of a <see cref="TreeDocument"/>; 0 in a link means none, since the root is nobody's child.</summary>
internal struct TreeEntry
{
    public string Name;
    public string? Type;
    public Value Value;
    public Place Place;
    public bool Cleared;
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int NextSibling;
}
