using Simphonie.Core.Channels;

namespace Simphonie.Channels.Mllp;

/// <summary>Codes to answer with; null where the sender asked for none.</summary>
/// <param name="First">Original mode: AA, AE, AR. Enhanced mode: the accept acknowledgement CA, CE, CR.</param>
/// <param name="Application">Enhanced mode: the application acknowledgement AA, AE, AR that follows.</param>
internal readonly record struct AcknowledgementCodes(string? First, string? Application);

/// <summary>
/// What intake's answer is in HL7 (chapter 2, acknowledgement modes): a pure function. Original mode when MSH-15 and MSH-16 are both empty.
/// </summary>
public static class AcknowledgementPolicy
{
    /// <summary>The code of the original mode (table 0008), which the journal shows for a disposition; the enhanced mode has the same letters with a C before.</summary>
    public static string Code(IntakeDisposition disposition) => disposition switch
    {
        IntakeDisposition.Accepted or IntakeDisposition.Duplicate => "AA",
        IntakeDisposition.Conflict or IntakeDisposition.Invalid or IntakeDisposition.Overloaded => "AE",
        _ => "AR",
    };

    internal static AcknowledgementCodes Decide(IntakeDisposition disposition, string? acceptCondition, string? applicationCondition)
    {
        var code = Code(disposition);
        if (string.IsNullOrEmpty(acceptCondition) && string.IsNullOrEmpty(applicationCondition))
        {
            return new(code, null);
        }

        var accepted = code == "AA";
        // MSH-15 left empty beside a valued MSH-16 says nothing of the accept acknowledgement; a sender that waits is served.
        var first = Asked(string.IsNullOrEmpty(acceptCondition) ? "AL" : acceptCondition, accepted)
            ? code switch { "AA" => "CA", "AE" => "CE", _ => "CR" }
            : null;
        // What was not accepted never reaches an application, so only an accepted message is answered by one.
        var application = accepted && !string.IsNullOrEmpty(applicationCondition) && Asked(applicationCondition, accepted) ? "AA" : null;
        return new(first, application);
    }

    /// <summary>HL7 table 0155: AL always, NE never, ER error or reject only, SU success only. An unknown code is treated as always.</summary>
    private static bool Asked(string condition, bool success) => condition switch
    {
        "NE" => false,
        "ER" => !success,
        "SU" => success,
        _ => true,
    };
}
