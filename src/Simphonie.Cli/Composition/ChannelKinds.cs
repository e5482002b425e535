using Simphonie.Channels.Directories;
using Simphonie.Channels.Fhir;
using Simphonie.Channels.Mail;
using Simphonie.Channels.Mllp;
using Simphonie.Channels.Soap;
using Simphonie.Core.Channels;

namespace Simphonie.Cli.Composition;

/// <summary>The kinds of channels that this build has. A new kind is a line here.</summary>
internal static class ChannelKinds
{
    public static IReadOnlyList<IChannelKind> All { get; } = [new DirectoryChannelKind(), new FhirChannelKind(), new MailChannelKind(), new MllpChannelKind(), new SoapChannelKind()];
}
