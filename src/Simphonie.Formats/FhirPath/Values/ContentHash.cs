using System.Buffers.Binary;
using System.Text;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>
/// A hash of contents: for each node its name, state and value, then its children, each text with its length in front, so that no two
/// contents give the same bytes by accident. It is kept in ledgers: its form never changes.
/// </summary>
internal static class ContentHash
{
    private const byte Opens = 1;
    private const byte Closes = 2;
    private const byte IsCleared = 3;
    private const byte HasValue = 4;

    public static string Of(EvaluationContext context, List<Item> items)
    {
        using var hash = new BufferedHash();
        foreach (var item in items)
        {
            if (item.IsNode)
            {
                Append(context, hash, item.Node);
            }
            else
            {
                Append(hash, HasValue, item.Value.Text);
            }
        }

        return hash.Finish();
    }

    /// <summary>Equal for items that are equal: values, and nodes with the same contents under whatever name.</summary>
    public static string OfContents(EvaluationContext context, Item item)
    {
        var value = Reading.OwnValueOf(context, item);
        if (!value.IsNone)
        {
            return $"{(Numbers.IsNumber(value) ? ValueKind.Decimal : value.Kind)} {value.Text}";
        }

        using var hash = new BufferedHash();
        AppendContents(context, hash, item.Node);
        return hash.Finish();
    }

    private static void Append(EvaluationContext context, BufferedHash hash, Node node)
    {
        Append(hash, Opens, node.Name);
        AppendContents(context, hash, node);
        hash.Append([Closes]);
    }

    private static void AppendContents(EvaluationContext context, BufferedHash hash, Node node)
    {
        if (node.State == NodeState.Cleared)
        {
            hash.Append([IsCleared]);
        }

        var value = Reading.ValueOf(context, new Item(node));
        var children = context.Nodes.Rent();
        node.Document.AppendChildren(node.Handle, children);
        if (!value.IsNone && children.Count == 0)
        {
            Append(hash, HasValue, value.Text);
        }

        foreach (var child in children)
        {
            Append(context, hash, child);
        }

        context.Nodes.Return(children);
    }

    private static void Append(BufferedHash hash, byte mark, string text)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = mark;
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(head[1..], length);
        hash.Append(head);
        hash.Append(text, length);
    }
}
