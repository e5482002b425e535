using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Directories;

/// <summary><c>directory</c>: files that appear in a folder, and files that are put into one.</summary>
public sealed class DirectoryChannelKind : IChannelKind
{
    internal const string DefaultName = "{day}-{id}.dat";

    public string Name => "directory";

    public string Description => "Files: picked up from a folder once they are complete, delivered into a folder whole or not at all.";

    public IReadOnlyList<FieldDeclaration> InboundFields { get; } =
    [
        new() { Name = "path", Kind = FieldKind.Text, Required = true, Example = "/var/spool/gap/out", Description = "Folder that files appear in." },
        new() { Name = "pattern", Kind = FieldKind.Text, Default = "*", Example = "*.hl7", Description = "Names that are picked up, with * and ?; names that begin with a dot never are." },
        new() { Name = "poll_seconds", Kind = FieldKind.Integer, Default = "5", Minimum = 1, Maximum = 86_400, Unit = "seconds", Description = "How often the folder is looked at." },
        new() { Name = "stable_seconds", Kind = FieldKind.Integer, Default = "2", Minimum = 0, Maximum = 86_400, Unit = "seconds", Description = "A file is complete when its size and time have not changed for so long; 0 for senders that rename files into place." },
        new() { Name = "archive", Kind = FieldKind.Text, Default = "archive", Description = "Folder for files that were received, relative to path; the hub names them." },
        new() { Name = "error", Kind = FieldKind.Text, Default = "error", Description = "Folder for files that were refused, relative to path; the journal says why." },
        new() { Name = "after", Kind = FieldKind.Choice, Choices = ["archive", "delete"], Default = "archive", Description = "What becomes of a file that was received; the journal keeps its bytes in any case." },
    ];

    public IReadOnlyList<FieldDeclaration> EndpointFields { get; } =
    [
        new() { Name = "path", Kind = FieldKind.Text, Required = true, Example = "/var/spool/gap/in", Description = "Folder that files are put into; it must exist." },
        new() { Name = "name", Kind = FieldKind.Text, Default = DefaultName, Example = "ADT-{id}.hl7", Description = "Name of a file: {id} is the delivery's identity, {day} and {time} its time in UTC." },
    ];

    public void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings) => DirectorySettingsReader.Check(settings, inbound, findings);

    public EndpointShape? ShapeOf(ChannelSettings settings) =>
        settings.Entry.Text("format") is null ? null : new EndpointShape(DirectorySettingsReader.FormatOf(settings), Answers: false, null);

    public IInboundChannel CreateInbound(ChannelSettings settings, ChannelServices services) =>
        new DirectoryInbound(DirectorySettingsReader.Inbound(settings), services.Intake, services.Time, services.Logs);

    public IEndpoint CreateEndpoint(ChannelSettings settings, ChannelServices services) => new DirectoryEndpoint(DirectorySettingsReader.Endpoint(settings));
}
