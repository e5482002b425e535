using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>An event to a business case, kept until a process takes it. The same identity again is absorbed and counted.</summary>
/// <param name="Identity">Identity of its cause: business identity, rule, ordinal; never of its message.</param>
/// <param name="Kind">What happened: <c>delivery-dead</c>, <c>delivery-expired</c>, <c>handling-discarded</c> …</param>
public sealed record CaseEvent(string Establishment, World World, string Identity, string Kind, string Key, long Message, long? Handling, DateTimeOffset At);
