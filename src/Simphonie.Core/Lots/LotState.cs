namespace Simphonie.Core.Lots;

/// <summary>States of a lot. Its number is taken at the recipient from <see cref="Closed"/> until <see cref="Refused"/>, <see cref="Reopened"/> or <see cref="Settled"/>.</summary>
public enum LotState
{
    /// <summary>Takes invoices.</summary>
    Open,

    /// <summary>Takes no more and waits for its number: full, due, told to close, or held for somebody to look at.</summary>
    Ready,

    /// <summary>Numbered; its file is a message of the journal and has not arrived yet.</summary>
    Closed,

    /// <summary>Its file was delivered.</summary>
    Sent,

    /// <summary>The recipient has said that it has the lot.</summary>
    Acknowledged,

    /// <summary>The recipient has refused the lot: none of its invoices was received. They are in another lot.</summary>
    Refused,

    /// <summary>Taken back before it arrived. Its invoices are in another lot.</summary>
    Reopened,

    /// <summary>Nothing of it is open any more.</summary>
    Settled,
}
