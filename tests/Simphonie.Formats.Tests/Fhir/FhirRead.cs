using System.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir;

namespace Simphonie.Formats.Tests.Fhir;

/// <summary>Short ways to read JSON and to walk it in tests.</summary>
internal static class FhirRead
{
    public static Document Of(string json) => new FhirFormat().Read(Encoding.UTF8.GetBytes(json), FhirTestFiles.R4);

    public static IReadOnlyList<string> Codes(string json) => [.. Of(json).Findings.Select(finding => finding.Code.Id)];

    /// <summary>Follows names from the root; each takes all children of that name.</summary>
    public static IReadOnlyList<Node> Nodes(this Document document, params string[] names)
    {
        List<Node> nodes = [document.Root];
        foreach (var name in names)
        {
            var next = new List<Node>();
            nodes.ForEach(node => document.AppendChildren(node.Handle, name, next));
            nodes = next;
        }

        return nodes;
    }

    public static Node One(this Document document, params string[] names) => document.Nodes(names).Single();
}
