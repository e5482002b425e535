using Simphonie.Core.Channels;

namespace Simphonie.Channels.Mllp;

/// <summary>Codes to answer with; null where the sender asked for none.</summary>
/// <param name="First">Original mode: AA, AE, AR. Enhanced mode: the accept acknowledgement CA, CE, CR.</param>
/// <param name="Application">Enhanced mode: the application acknowledgement AA, AE, AR that follows.</param>
internal readonly record struct AcknowledgementCodes(string? First, string? Application);

/// <summary>
/// What intake's answer is in HL7 (chapter 2, acknowledgement modes): a pure function. Original mode when MSH-15 and MSH-16 are both empty.
/// </summary>
internal static class AcknowledgementPolicy
{
    public static AcknowledgementCodes Decide(IntakeDisposition disposition, string? acceptCondition, string? applicationCondition)
    {
        var letter = disposition switch
        {
            IntakeDisposition.Accepted or IntakeDisposition.Duplicate => 'A',
            IntakeDisposition.Conflict or IntakeDisposition.Invalid or IntakeDisposition.Overloaded => 'E',
            _ => 'R',
        };
        if (string.IsNullOrEmpty(acceptCondition) && string.IsNullOrEmpty(applicationCondition))
        {
            return new(letter switch { 'A' => "AA", 'E' => "AE", _ => "AR" }, null);
        }

        var accepted = letter == 'A';
        // MSH-15 left empty beside a valued MSH-16 says nothing of the accept acknowledgement; a sender that waits is served.
        var first = Asked(string.IsNullOrEmpty(acceptCondition) ? "AL" : acceptCondition, accepted)
            ? letter switch { 'A' => "CA", 'E' => "CE", _ => "CR" }
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
