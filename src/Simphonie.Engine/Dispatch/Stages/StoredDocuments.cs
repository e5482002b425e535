using System.Text;
using Simphonie.Core.Documents;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>How documents without a format of their own are kept between stages: a looked-up text as UTF-8.</summary>
internal static class StoredDocuments
{
    public const string TextFormat = "text";

    public static Document OfText(string name, string text)
    {
        var builder = new TreeBuilder(name, "string", TextFormat);
        builder.Set(builder.Root, Value.Of(text));
        return builder.Build();
    }

    public static Document ReadText(string name, ReadOnlySpan<byte> bytes) => OfText(name, Encoding.UTF8.GetString(bytes));
}
