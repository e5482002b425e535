using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Writing;

/// <summary>Which parts may stand under which, by name.</summary>
internal static class OutputTree
{
    /// <summary>The group that a name makes under a level; null when it is none.</summary>
    public static B2Level? Group(B2Level level, string name) => (level, name) switch
    {
        (B2Level.Root, "lot") => B2Level.Lot,
        (B2Level.Lot, "invoice") => B2Level.Invoice,
        (B2Level.Invoice, "line") => B2Level.Line,
        _ => null,
    };

    /// <summary>The layout that a name means under a level: of the type that is named, else of the norm of the schema.</summary>
    public static B2Layout? Record(B2Schema schema, B2Level level, string name, string? type)
    {
        B2Layout? found = null;
        foreach (var layout in schema.Layouts.Named(name))
        {
            if (Level(layout) == level && (type is null || layout.TypeName == type) && (found is null || (layout.IsCp == schema.IsCp && found.IsCp != schema.IsCp)))
            {
                found = layout;
            }
        }

        return found;
    }

    public static B2Level Level(B2Layout layout) => layout.Type switch
    {
        '0' or '9' => B2Level.Root,
        '1' or '6' => B2Level.Lot,
        '2' or '5' => B2Level.Invoice,
        _ => B2Level.Line,
    };
}
