namespace Simphonie.Channels.Mail.Smtp;

/// <summary>The server said no before the mail was on its way.</summary>
internal sealed class SmtpException(SmtpReply reply, SmtpPhase phase) : Exception($"The server refused {phase} with {reply}.")
{
    public SmtpReply Reply { get; } = reply;

    public SmtpPhase Phase { get; } = phase;
}

/// <summary>Where in the dialogue.</summary>
internal enum SmtpPhase
{
    Greeting,
    Hello,
    Tls,
    Login,
    Sender,
    Recipient,
    Data,
}
