using Simphonie.Channels.Mail.Profiles;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Mail;

/// <summary>Settings of a mail endpoint.</summary>
internal sealed record MailEndpointSettings
{
    public required string Name { get; init; }

    public required MailServer Server { get; init; }

    /// <summary>Address that mails come from.</summary>
    public required string From { get; init; }

    /// <summary>Address that all mails go to; null: the profile makes it of each file.</summary>
    public string? To { get; init; }

    public required MailProfile Profile { get; init; }

    public required World World { get; init; }

    public required bool Compress { get; init; }

    public required bool RepeatSafe { get; init; }

    public required int InFlight { get; init; }
}
