using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Cli.Demo.Day;

/// <summary>Reads <c>samples/demo/day.yaml</c>: the messages in the order they are sent, each with its expected fate.</summary>
internal static class DayFile
{
    private static readonly FieldDeclaration[] s_fields =
    [
        new() { Name = "name", Kind = FieldKind.Text, Required = true, Description = "What the message shows." },
        new() { Name = "send", Kind = FieldKind.Text, Required = true, Description = "File with the bytes." },
        new() { Name = "via", Kind = FieldKind.Choice, Choices = ["mllp", "raw", "fhir"], Default = "mllp", Description = "How it comes in." },
        new() { Name = "answer", Kind = FieldKind.Text, Required = true, Description = "Acknowledgement code or HTTP status." },
        new() { Name = "state", Kind = FieldKind.Text, Required = true, Description = "State of the message." },
        new() { Name = "handling", Kind = FieldKind.Text, Default = "-", Description = "State of its handling." },
        new() { Name = "calls", Kind = FieldKind.Integer, Default = "0", Description = "Calls delivered." },
        new() { Name = "returns", Kind = FieldKind.Integer, Default = "0", Description = "Messages that went back." },
        new() { Name = "work_items", Kind = FieldKind.Integer, Default = "0", Description = "Work items opened." },
    ];

    public static IReadOnlyList<DayEntry> Read(string path, DiagnosticBag findings)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var root = YamlReader.Read(path, File.ReadAllBytes(path), findings) as Setting.Map;
        return [.. (root?.Items("day") ?? []).OfType<Setting.Map>().Select(entry => Entry(FieldBinder.Bind(entry, s_fields, "a message of the day", findings), folder))];
    }

    private static DayEntry Entry(Setting.Map entry, string folder) => new(
        entry.Text("name") ?? "",
        Path.Combine(folder, entry.Text("send") ?? ""),
        entry.Text("via") ?? "mllp",
        new(
            entry.Text("answer") ?? "",
            entry.Text("state") ?? "",
            entry.Text("handling") ?? "-",
            entry.Integer("calls") ?? 0,
            entry.Integer("returns") ?? 0,
            entry.Integer("work_items") ?? 0));
}
