using Microsoft.Extensions.Logging;

namespace Simphonie.Channels.Mail;

/// <summary>Log events of the mail channel (3500–3599). No event carries an address or a byte of a mail.</summary>
internal static partial class MailLog
{
    [LoggerMessage(3501, LogLevel.Warning, "Channel {Channel} could not read its mailbox: {Cause}.")]
    public static partial void MailboxFailed(ILogger log, string channel, string cause);

    [LoggerMessage(3502, LogLevel.Error, "Channel {Channel} could not hand a mail to the journal; it stays in the mailbox: {Cause}.")]
    public static partial void NotKept(ILogger log, string channel, string cause);

    [LoggerMessage(3503, LogLevel.Warning, "Channel {Channel} kept a mail as refused: {Code}.")]
    public static partial void Refused(ILogger log, string channel, string code);
}
