using System.Buffers;
using System.Text;

namespace Simphonie.Formats.Xml;

/// <summary>Cuts an element out of a document so that it stands alone.</summary>
public static class XmlFragment
{
    /// <summary>
    /// The element's own bytes; when it uses prefixes that are declared above it, a copy with those declarations in its start tag.
    /// A default namespace from above is declared as well.
    /// </summary>
    public static ReadOnlyMemory<byte> Extract(XmlMessage message, long handle)
    {
        var tree = message.Tree;
        var index = (int)handle;
        ref readonly var entry = ref tree[index];
        var bytes = tree.Bytes[entry.Start..entry.End];
        var missing = Missing(tree, index, bytes.Span);
        if (missing.Length == 0)
        {
            return bytes;
        }

        var nameEnd = entry.NameStart + entry.NameLength - entry.Start;
        var output = new ArrayBufferWriter<byte>(bytes.Length + (missing.Length * 2));
        output.Write(bytes.Span[..nameEnd]);
        Encoding.UTF8.GetBytes(missing, output);
        output.Write(bytes.Span[nameEnd..]);
        return output.WrittenMemory;
    }

    private static string Missing(XmlTree tree, int index, ReadOnlySpan<byte> bytes)
    {
        StringBuilder? missing = null;
        foreach (var (prefix, space, own) in tree.InScope(index))
        {
            if (own || (prefix.Length == 0 ? space.Length == 0 : bytes.IndexOf(Encoding.UTF8.GetBytes(prefix + ":")) < 0))
            {
                continue;
            }

            var uri = space.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
            (missing ??= new StringBuilder()).Append(prefix.Length == 0 ? " xmlns" : " xmlns:" + prefix).Append("=\"").Append(uri).Append('"');
        }

        return missing?.ToString() ?? "";
    }
}
