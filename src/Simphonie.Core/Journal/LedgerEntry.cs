using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>What must outlive messages: identities, numbers, moves and cancellations, last answers.</summary>
/// <param name="Establishment">Owner.</param>
/// <param name="World">Real or test; nothing crosses.</param>
/// <param name="Kind">What it is: <c>cancelled</c>, <c>moved</c>, <c>last-answer</c> …</param>
/// <param name="Key">Key within the kind; an identity is passed already as HMAC by <see cref="IJournal.Pseudonym"/>.</param>
/// <param name="Value">Small text.</param>
/// <param name="Message">Message that caused it, in journal order.</param>
/// <param name="At">When.</param>
public sealed record LedgerEntry(string Establishment, World World, string Kind, string Key, string Value, long Message, DateTimeOffset At);
