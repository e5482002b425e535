namespace Simphonie.Formats.B2.Reading;

/// <summary>
/// The tree over the records of a document: what begins a lot, invoice or line, and where it ends. Records that stand where none is expected
/// become children of the nearest level that is open, so that nothing is lost from sight.
/// </summary>
internal readonly struct B2Tree(B2Document document)
{
    /// <summary>The children of a node that begins at a record.</summary>
    public IEnumerable<B2Handle> Children(B2Level level, int first)
    {
        var end = EndOf(level, first);
        for (var record = first; record < end;)
        {
            var child = ChildAt(level, record, record == first);
            yield return new B2Handle(child, record, 0);
            record = child == B2Level.Record ? record + 1 : EndOf(child, record);
        }
    }

    /// <summary>The record behind the last of a node.</summary>
    public int EndOf(B2Level level, int first)
    {
        if (level is B2Level.Record or B2Level.Field)
        {
            return first + 1;
        }

        var record = level == B2Level.Root ? document.RecordCount : first + 1;
        while (record < document.RecordCount && !Ends(level, record, out var including))
        {
            record++;
            if (including)
            {
                break;
            }
        }

        return record;
    }

    /// <summary>True when a record stands behind the node; <paramref name="including"/> when it is the node's last.</summary>
    private bool Ends(B2Level level, int record, out bool including)
    {
        var type = document.TypeAt(record);
        including = (level == B2Level.Lot && type == '6') || (level == B2Level.Invoice && type == '5');
        return type switch
        {
            (byte)'0' or (byte)'1' or (byte)'9' => true,
            (byte)'6' => level is B2Level.Invoice or B2Level.Line,
            (byte)'2' => level == B2Level.Line || (level == B2Level.Invoice && !document.IsComplement(record)),
            (byte)'3' or (byte)'4' => level == B2Level.Line && !document.IsComplement(record),
            (byte)'5' => level == B2Level.Line,
            _ => false,
        };
    }

    private B2Level ChildAt(B2Level parent, int record, bool isFirst)
    {
        var opens = document.TypeAt(record) switch
        {
            (byte)'1' => B2Level.Lot,
            (byte)'2' when !document.IsComplement(record) => B2Level.Invoice,
            (byte)'3' or (byte)'4' when !document.IsComplement(record) => B2Level.Line,
            _ => B2Level.Record,
        };

        // The first record of a lot, invoice or line is its own child, and nothing opens inside of its own level.
        return opens <= parent || (isFirst && parent != B2Level.Root) ? B2Level.Record : opens;
    }
}
