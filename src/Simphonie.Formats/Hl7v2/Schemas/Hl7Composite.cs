namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>A segment with its fields, or a data type with its components.</summary>
/// <param name="Name">Name, such as <c>PID</c> or <c>CX</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Elements">By place: index 0 is field or component 1; null where no source knows one.</param>
public sealed record Hl7Composite(string Name, string Title, IReadOnlyList<Hl7Element?> Elements)
{
    /// <summary>Names of the elements as paths write them: <c>PID-3</c>, <c>CX-1</c>.</summary>
    internal IReadOnlyList<string> ElementNames { get; } =
        [.. Enumerable.Range(1, Elements.Count).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}-{number}"))];

    /// <summary>The element at a 1-based place, null when no source knows one.</summary>
    public Hl7Element? this[int position] => position >= 1 && position <= Elements.Count ? Elements[position - 1] : null;

    internal string NameOf(int position) => position <= ElementNames.Count
        ? ElementNames[position - 1]
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}-{position}");

    /// <summary>This composite with closer statements put over it, element by element.</summary>
    internal Hl7Composite With(Hl7Composite closer)
    {
        var merged = new Hl7Element?[Math.Max(Elements.Count, closer.Elements.Count)];
        for (var position = 1; position <= merged.Length; position++)
        {
            merged[position - 1] = (this[position], closer[position]) switch
            {
                (null, var own) => own,
                (var own, null) => own,
                (var own, var over) => own.With(over),
            };
        }

        return new Hl7Composite(Name, closer.Title.Length > 0 ? closer.Title : Title, merged);
    }
}
