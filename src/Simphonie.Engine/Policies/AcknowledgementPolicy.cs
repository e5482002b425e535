using Simphonie.Core.Channels;

namespace Simphonie.Engine.Policies;

/// <summary>The HL7 v2 acknowledgement code (original mode, table 0008) of a disposition; the enhanced mode has the same letters with a C before.</summary>
public static class AcknowledgementPolicy
{
    public static string Code(IntakeDisposition disposition) => disposition switch
    {
        IntakeDisposition.Accepted or IntakeDisposition.Duplicate => "AA",
        IntakeDisposition.Conflict or IntakeDisposition.Invalid or IntakeDisposition.Overloaded => "AE",
        _ => "AR",
    };
}
