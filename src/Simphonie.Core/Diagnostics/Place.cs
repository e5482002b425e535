namespace Simphonie.Core.Diagnostics;

/// <summary>
/// Where a finding is: in a definition by file, line and column; in a message by a path in the sender's own terms.
/// Never a value of the message.
/// </summary>
/// <param name="File">File as the user named it, or null.</param>
/// <param name="Line">1-based line in <paramref name="File"/>, 0 when unknown.</param>
/// <param name="Column">1-based column in <paramref name="File"/>, 0 when unknown.</param>
/// <param name="Path">HL7 v2 <c>PID[1]-3[2].4.1</c>, FHIR <c>Patient.name[0].given[1]</c>, XML <c>/Envelope/Body</c>, B2 <c>record 12, 39-47</c>; null when the place is the whole message.</param>
/// <param name="Offset">0-based offset in the bytes of the message, -1 when unknown.</param>
public readonly record struct Place(string? File, int Line, int Column, string? Path, long Offset)
{
    /// <summary>The whole message or file.</summary>
    public static Place Whole => new(null, 0, 0, null, -1);

    public static Place InFile(string file, int line, int column) => new(file, line, column, null, -1);

    public static Place InMessage(string path, long offset = -1) => new(null, 0, 0, path, offset);

    /// <summary><c>file(line,column)</c> for definitions, the path for messages.</summary>
    public override string ToString() => (File, Path) switch
    {
        (not null, null) => Line > 0 ? $"{File}({Line},{Column})" : File,
        (not null, not null) => $"{File}: {Path}",
        (null, not null) => Path,
        _ => "message",
    };
}
