using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>What a rule asks of its target.</summary>
public enum Hl7Demand
{
    Required,
    Forbidden,

    /// <summary>One of the values, in some repetition.</summary>
    In,

    /// <summary>None of the values.</summary>
    NotIn,

    /// <summary>A NIR or NIA of 15 characters with its right key.</summary>
    Nir,
}

/// <summary>
/// A conditional statement of the profile: <c>error ZBE-6 required when ZBE-4 in UPDATE,CANCEL</c>. Checked in every occurrence of the target's segment
/// or data type; places of the same segment or value mean that occurrence, others the whole message.
/// </summary>
public sealed record Hl7Rule(Severity Severity, Hl7Target Target, Hl7Demand Demand, IReadOnlyList<string> Values, Hl7Condition When)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Hl7Rule? rule)
    {
        rule = null;
        var split = text.IndexOf(" when ", StringComparison.Ordinal);
        var head = split < 0 ? text : text[..split];
        var when = Hl7Condition.Always;
        if (split >= 0 && !Hl7Condition.TryParse(text[(split + 6)..], out when))
        {
            return false;
        }

        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || !Enum.TryParse<Severity>(words[0], ignoreCase: true, out var severity) || !Hl7Target.TryParse(words[1], out var target))
        {
            return false;
        }

        rule = words[2..] switch
        {
            ["required"] => new Hl7Rule(severity, target, Hl7Demand.Required, [], when),
            ["forbidden"] => new Hl7Rule(severity, target, Hl7Demand.Forbidden, [], when),
            ["nir"] => new Hl7Rule(severity, target, Hl7Demand.Nir, [], when),
            ["in", var values] => new Hl7Rule(severity, target, Hl7Demand.In, values.Split(','), when),
            ["not", "in", var values] => new Hl7Rule(severity, target, Hl7Demand.NotIn, values.Split(','), when),
            _ => null,
        };
        return rule is not null;
    }
}

/// <summary>Where the source contradicts itself: both readings are accepted, with a warning.</summary>
/// <param name="Place">The place.</param>
/// <param name="Reading"><c>required</c>, <c>forbidden</c>, or the code in question.</param>
/// <param name="Why">How the two statements differ.</param>
public sealed record Hl7Contradiction(Hl7Target Place, string Reading, string Why);
