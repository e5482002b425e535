namespace Simphonie.Channels.Mail.Pop3;

/// <summary>The server answered -ERR, or something that is no POP3. Its text is a peer's and not repeated.</summary>
internal sealed class Pop3Exception(string what) : Exception($"The mailbox refused {what}.");
