using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Writing;

/// <summary>A file, lot, invoice, line, record or field under construction.</summary>
internal sealed class OutputNode(B2Level level, string name, OutputNode? parent, int handle)
{
    public B2Level Level { get; } = level;

    public string Name { get; } = name;

    public OutputNode? Parent { get; } = parent;

    /// <summary>The builder's handle of it.</summary>
    public int Handle { get; } = handle;

    public List<OutputNode> Children { get; } = [];

    /// <summary>Of a record.</summary>
    public B2Layout? Layout { get; init; }

    /// <summary>Of a field.</summary>
    public FixedField? Field { get; init; }

    /// <summary>Bytes of a record.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Of a field: somebody gave it a value, or said that it has none.</summary>
    public bool IsGiven { get; set; }

    /// <summary>The record of a field, or the record itself.</summary>
    public OutputNode Record => Level == B2Level.Field ? Parent! : this;

    /// <summary>Records in the order of the norm: the head, complements, what lies inside, the end.</summary>
    public IEnumerable<OutputNode> Records()
    {
        if (Level == B2Level.Record)
        {
            return [this];
        }

        return Children.OrderBy(Rank).SelectMany(child => child.Records());
    }

    private static int Rank(OutputNode node)
    {
        const int inside = 2;
        const int end = 3;
        return node.Layout switch
        {
            null => inside,
            { Type: '5' or '6' or '9' } => end,
            { IsBase: true } => 0,
            _ => 1,
        };
    }
}
