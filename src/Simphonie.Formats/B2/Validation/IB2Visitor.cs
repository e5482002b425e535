namespace Simphonie.Formats.B2.Validation;

/// <summary>Is shown every record of a file while it is read and checked. Must not keep the bytes.</summary>
public interface IB2Visitor
{
    /// <summary>Called once a record, in the order of the file, after it was checked.</summary>
    void Visit(in B2Record record);
}

/// <summary>One record of a stream.</summary>
public readonly ref struct B2Record
{
    /// <summary>Number of the record in the file, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>0-based offset in the file.</summary>
    public required long Offset { get; init; }

    /// <summary>Its layout, null when its type or length is wrong.</summary>
    public required Schemas.B2Layout? Layout { get; init; }

    public required ReadOnlySpan<byte> Bytes { get; init; }
}
