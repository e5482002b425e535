using Simphonie.Cli.Output;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.Noemie.Reading;

namespace Simphonie.Cli.Commands.Formats.Views;

/// <summary>How a document is shown to people: by what it says, where its format has such a view; else as a tree.</summary>
internal static class DocumentViews
{
    public static IReadOnlyList<Row> Rows(Document document, bool asTree) => document switch
    {
        NoemieDocument message when !asTree => ReturnRows.Of(message),
        _ => TreePrinter.Rows(document),
    };

    /// <summary>The fields of one record or entity under a ruler; null when the document has no such one, or its format none at all.</summary>
    public static IReadOnlyList<string>? Explain(Document document, int number) => document switch
    {
        NoemieDocument message when number >= 1 && number <= message.EntityCount && message.EntityAt(number) is var (layout, bytes) => RecordRuler.Draw(layout, bytes),
        B2Document file when number >= 1 && number <= file.RecordCount => RecordRuler.Draw(file.LayoutAt(number - 1)?.Record, file.RecordAt(number - 1)),
        _ => null,
    };
}
