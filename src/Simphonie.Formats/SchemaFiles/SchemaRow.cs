using System.Globalization;

namespace Simphonie.Formats.SchemaFiles;

/// <summary>One row of a block.</summary>
internal readonly record struct SchemaRow(SchemaFile File, int Line, string Text)
{
    public void Report(string text, int offset = 0) => File.Report(this, offset, text);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File.Path}({Line})");
}
