using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

/// <summary>Walks documents in tests: children by name, one after the other.</summary>
internal static class Nodes
{
    public static List<Node> At(this Document document, params string[] names)
    {
        List<Node> here = [document.Root];
        foreach (var name in names)
        {
            var next = new List<Node>();
            here.ForEach(node => document.AppendChildren(node.Handle, name, next));
            here = next;
        }

        return here;
    }

    public static Node One(this Document document, params string[] names)
    {
        var found = document.At(names);
        Assert.That(found, Has.Count.EqualTo(1), string.Join('.', names));
        return found[0];
    }

    public static string[] Texts(this IEnumerable<Node> nodes) => [.. nodes.Select(node => node.Value.Text)];

    public static string[] Places(this IEnumerable<Node> nodes) => [.. nodes.Select(node => node.Place.ToString())];

    public static List<Node> Resolve(this Hl7Document document, Node context, Address address)
    {
        var into = new List<Node>();
        document.Resolve(context.Handle, address, into);
        return into;
    }
}
