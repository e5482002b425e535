using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>Reads <c>samples/demo/invoices.yaml</c>: the invoices in the order they are sent.</summary>
internal static class InvoiceFile
{
    private static readonly FieldDeclaration[] s_fields =
    [
        new() { Name = "name", Kind = FieldKind.Text, Required = true, Description = "What the invoice shows." },
        new() { Name = "send", Kind = FieldKind.Text, Required = true, Description = "File with the Bundle." },
        new() { Name = "copies", Kind = FieldKind.Integer, Default = "1", Minimum = 1, Maximum = 99, Description = "As how many invoices it is sent." },
        new() { Name = "handling", Kind = FieldKind.Text, Default = "done", Description = "State of its handling." },
        new() { Name = "work_items", Kind = FieldKind.Integer, Default = "0", Description = "Work items opened before it leaves." },
        new() { Name = "becomes", Kind = FieldKind.List, Description = "States that its cases may end in." },
    ];

    public static IReadOnlyList<InvoiceEntry> Read(string path, DiagnosticBag findings)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var root = YamlReader.Read(path, File.ReadAllBytes(path), findings) as Setting.Map;
        return [.. (root?.Items("invoices") ?? []).OfType<Setting.Map>().Select(entry => Entry(FieldBinder.Bind(entry, s_fields, "an invoice of the day", findings), folder))];
    }

    private static InvoiceEntry Entry(Setting.Map entry, string folder) => new(
        entry.Text("name") ?? "",
        Path.Combine(folder, entry.Text("send") ?? ""),
        entry.Integer("copies") ?? 1,
        entry.Text("handling") ?? "done",
        entry.Integer("work_items") ?? 0,
        [.. entry.Items("becomes").OfType<Setting.Scalar>().Select(state => state.Text)]);
}
