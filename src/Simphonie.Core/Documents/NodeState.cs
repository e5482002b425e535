namespace Simphonie.Core.Documents;

/// <summary>The three states of a field. HL7 v2 writes cleared as <c>""</c>: delete the value; absent means no change.</summary>
public enum NodeState
{
    Absent,
    Cleared,
    Valued,
}
