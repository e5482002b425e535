using Simphonie.Core.Channels;

namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>The mail door of the simulated AMO.</summary>
/// <param name="Mailbox">Where B2 files come: settings of an inbound mail channel.</param>
/// <param name="Answers">How acknowledgements and returns leave: settings of a mail endpoint; their profiles are the simulator's.</param>
public sealed record AmoMailSettings(ChannelSettings Mailbox, ChannelSettings Answers);

/// <summary>How to run the mail door.</summary>
public sealed record AmoMailOptions
{
    public required AmoMailSettings Settings { get; init; }

    /// <summary>Folder that answers lie in until they have left; made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>How returns travel: a file of <c>schemas/mail</c>.</summary>
    public required string ReturnProfile { get; init; }

    /// <summary>How acknowledgements travel: a file of <c>schemas/mail</c>.</summary>
    public required string AcknowledgementProfile { get; init; }
}
