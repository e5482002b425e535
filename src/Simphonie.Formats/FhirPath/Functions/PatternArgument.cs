using System.Text.RegularExpressions;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>A regular expression, made once when it is written as text, else for each call.</summary>
internal sealed class PatternArgument(Operation operation, Regex? constant) : Operation
{
    /// <summary>A pattern from a definition may be slow on hostile data; it is stopped then.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);

    /// <summary>Dot matches line ends too, as the specification's release 2 says of single-line mode.</summary>
    public static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline, Timeout);

    public override void Evaluate(in Frame frame, List<Item> into) => operation.Evaluate(frame, into);

    /// <summary>Null when the argument is empty or no pattern (a finding).</summary>
    public Regex? Get(in Call call, int index)
    {
        if (constant is not null)
        {
            return constant;
        }

        if (!call.TryText(index, out var pattern))
        {
            return null;
        }

        try
        {
            return Make(pattern);
        }
        catch (ArgumentException)
        {
            call.Find(FhirPathCodes.WrongRegex, default);
            return null;
        }
    }
}
