namespace Simphonie.Core.Returns;

/// <summary>What a payer did with a part.</summary>
public enum PartState
{
    NotHandled,
    Paid,
    Rejected,
    Deferred,
}
