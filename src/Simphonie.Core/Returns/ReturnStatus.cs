namespace Simphonie.Core.Returns;

/// <summary>Where a return stands.</summary>
public enum ReturnStatus
{
    /// <summary>It was verified whole and its items are being applied, some hundreds a commit.</summary>
    Applying,

    /// <summary>Every item was applied or parked, and their number is the one that was verified.</summary>
    Complete,

    /// <summary>A second copy of a return that is here already: nothing of it was applied.</summary>
    Copy,

    /// <summary>It has the identity of another return and says something else: nothing of it was applied, a human decides.</summary>
    Conflicting,

    /// <summary>It does not add up, or is not of this hub: nothing of it was applied.</summary>
    Refused,

    /// <summary>Its items could not be read to the end any more: what was applied stays, a human decides.</summary>
    Halted,
}
