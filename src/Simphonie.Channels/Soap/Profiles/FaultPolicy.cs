using Simphonie.Channels.Soap.Envelopes;

namespace Simphonie.Channels.Soap.Profiles;

/// <summary>Decides what a fault means. Pure. Never looks at Sender or Receiver: emitters use them at will.</summary>
public static class FaultPolicy
{
    /// <summary>The first rule that fits; null: unknown, which is never retried by itself.</summary>
    public static FaultRule? Decide(SoapProfile profile, SoapFault fault)
    {
        foreach (var rule in profile.Faults)
        {
            if ((rule.Subcode is null || rule.Subcode == fault.Subcode)
                && (rule.Code is null || rule.Code == fault.Error?.Code)
                && (rule.Mention is null || fault.Error?.Text.Contains(rule.Mention, StringComparison.OrdinalIgnoreCase) == true))
            {
                return rule;
            }
        }

        return null;
    }
}
