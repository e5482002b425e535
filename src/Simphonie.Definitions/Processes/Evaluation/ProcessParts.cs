using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Definitions.Processes.Evaluation;

/// <summary>What is known of a process before its states are read.</summary>
internal sealed record ProcessParts(IReadOnlyList<Hold> Holds, ProcessProfile Profile, IReadOnlyDictionary<string, EventShape> Events)
{
    public int IndexOf(string hold)
    {
        for (var i = 0; i < Holds.Count; i++)
        {
            if (string.Equals(Holds[i].Name, hold, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
