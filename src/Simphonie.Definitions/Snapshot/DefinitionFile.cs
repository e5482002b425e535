using System.Security.Cryptography;

namespace Simphonie.Definitions.Snapshot;

/// <summary>Kinds of files in a definition set.</summary>
public enum DefinitionFileKind
{
    Route,
    Mapping,
    Fragment,
    Table,
    Test,

    /// <summary>A state machine over the messages of a business case.</summary>
    Process,

    /// <summary>Parameters of processes.</summary>
    Parameters,

    /// <summary>A schema or a file that belongs to one.</summary>
    Schema,
}

/// <summary>One file of a definition set.</summary>
/// <param name="Path">Stable path within the set, with '/', beginning with its folder's name: <c>routes/cdri/unit.route.yaml</c>.</param>
/// <param name="Shown">Path as findings name it.</param>
/// <param name="Full">Absolute path on disk.</param>
/// <param name="Kind">What it is, by its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record DefinitionFile(string Path, string Shown, string Full, DefinitionFileKind Kind, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));

    /// <summary>True when the file decides what the hub does, so that it is part of the revision; tests do not.</summary>
    public bool InRevision => Kind != DefinitionFileKind.Test;
}
