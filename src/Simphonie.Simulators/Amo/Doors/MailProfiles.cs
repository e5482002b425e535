using System.Diagnostics.CodeAnalysis;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Amo.Doors;

/// <summary>The two ways that answers travel by mail, as the catalog that the mail channel asks for its profile.</summary>
internal sealed class MailProfiles(IReadOnlyCollection<ISchema> profiles) : ISchemaCatalog
{
    public const string Acknowledgement = "mail/arl-rss";
    public const string Return = "mail/noemie-rss";

    public IReadOnlyCollection<ISchema> All => profiles;

    /// <summary>Throws <see cref="ChannelStartException"/> when one cannot be read.</summary>
    public static MailProfiles Load(AmoMailOptions options)
    {
        var findings = new DiagnosticBag();
        var loader = new MailProfileLoader();
        ISchema?[] profiles = [loader.Load(options.AcknowledgementProfile, findings), loader.Load(options.ReturnProfile, findings)];
        return profiles.All(static profile => profile is not null) ? new([.. profiles.OfType<ISchema>()]) : throw new ChannelStartException(findings[0]);
    }

    public bool TryResolve(string reference, DateOnly businessDate, [NotNullWhen(true)] out ISchema? schema)
    {
        schema = profiles.FirstOrDefault(profile => profile.Header.Id == reference);
        return schema is not null;
    }
}
