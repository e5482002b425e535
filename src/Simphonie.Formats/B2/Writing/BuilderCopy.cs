using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Reading;

namespace Simphonie.Formats.B2.Writing;

/// <summary>What of a document that was read may be copied where.</summary>
internal static class BuilderCopy
{
    public static bool Fits(OutputNode target, B2Document document, Node source)
    {
        if (target.Field is { } field)
        {
            return document.FieldOf(source) is { } from && from.Length == field.Length && from.Type == field.Type && from.Content == field.Content;
        }

        if (target.Level == B2Level.Record)
        {
            var (number, layout) = document.RecordOf(source);
            return layout == target.Layout && document.RecordAt(number - 1).Length == target.Bytes.Length;
        }

        return target.Name == source.Name;
    }

    public static List<Node> Children(Node source)
    {
        var children = new List<Node>();
        source.Document.AppendChildren(source.Handle, children);
        return children;
    }

    /// <summary>The type to make for a child: that of a record; groups have but one.</summary>
    public static string? TypeOf(Node child) => child.Type?.StartsWith("Type", StringComparison.Ordinal) == true ? child.Type : null;
}
