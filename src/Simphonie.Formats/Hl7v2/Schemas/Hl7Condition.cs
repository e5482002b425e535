using System.Diagnostics.CodeAnalysis;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>How one term of a condition compares.</summary>
public enum Hl7Comparison
{
    /// <summary>Some repetition has one of the values.</summary>
    In,

    /// <summary>No repetition has one of the values.</summary>
    NotIn,

    Valued,

    Empty,
}

/// <summary>One term: <c>PID-32 in VALI</c>, <c>event not in Z99</c>, <c>XCN-2 valued</c>.</summary>
/// <param name="Subject">A place; null for <see cref="Word"/>.</param>
/// <param name="Word"><c>event</c> or <c>profile</c>, null for a place.</param>
/// <param name="Comparison">How it compares.</param>
/// <param name="Values">What it compares with.</param>
public sealed record Hl7Term(Hl7Target? Subject, string? Word, Hl7Comparison Comparison, IReadOnlyList<string> Values);

/// <summary>A place without occurrences: <c>PID-3</c>, <c>PID-3.5</c> or, in any field of that data type, <c>CX-5</c>.</summary>
/// <param name="Name">Segment or data type.</param>
/// <param name="Position">Field or component.</param>
/// <param name="Part">Component or sub-component, 0 for the whole.</param>
public sealed record Hl7Target(string Name, int Position, int Part)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Hl7Target? target)
    {
        target = null;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 2)
        {
            return false;
        }

        var numbers = text[(dash + 1)..].Split('.');
        var part = 0;
        if (numbers.Length > 2 || !IsNumber(numbers[0], out var position) || (numbers.Length == 2 && !IsNumber(numbers[1], out part)))
        {
            return false;
        }

        target = new Hl7Target(text[..dash], position, part);
        return true;
    }

    public override string ToString() => Part == 0
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}-{Position}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}-{Position}.{Part}");

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) && number > 0;
}

/// <summary>Terms that must all hold: <c>profile in ITI-31 and PV1-2 in I,O,R,E</c>.</summary>
public sealed record Hl7Condition(string Text, IReadOnlyList<Hl7Term> Terms)
{
    /// <summary>Holds always.</summary>
    public static Hl7Condition Always { get; } = new("", []);

    public static bool TryParse(string text, [NotNullWhen(true)] out Hl7Condition? condition)
    {
        var terms = new List<Hl7Term>();
        foreach (var part in text.Split(" and ", StringSplitOptions.TrimEntries))
        {
            if (!TryTerm(part.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var term))
            {
                condition = null;
                return false;
            }

            terms.Add(term);
        }

        condition = new Hl7Condition(text, terms);
        return true;
    }

    private static bool TryTerm(string[] words, [NotNullWhen(true)] out Hl7Term? term)
    {
        term = null;
        if (words.Length < 2)
        {
            return false;
        }

        var word = words[0] is "event" or "profile" ? words[0] : null;
        Hl7Target? subject = null;
        if (word is null && !Hl7Target.TryParse(words[0], out subject))
        {
            return false;
        }

        term = words[1..] switch
        {
            ["in", var values] => new Hl7Term(subject, word, Hl7Comparison.In, values.Split(',')),
            ["not", "in", var values] => new Hl7Term(subject, word, Hl7Comparison.NotIn, values.Split(',')),
            ["valued"] when word is null => new Hl7Term(subject, word, Hl7Comparison.Valued, []),
            ["empty"] when word is null => new Hl7Term(subject, word, Hl7Comparison.Empty, []),
            _ => null,
        };
        return term is not null;
    }
}
