namespace Simphonie.Formats.Fhir.Reading;

/// <summary>Finds property names that stand twice in one object, in time that grows with the number of properties.</summary>
internal static class DuplicateNames
{
    private const int FewNames = 12;

    public static void Find(ReadOnlySpan<JsonNode> nodes, int parent, ReadOnlySpan<byte> bytes, List<JsonIndexer.Fault> faults)
    {
        var first = parent + 1;
        if (first >= nodes.Length || nodes[first].Parent != parent)
        {
            return;
        }

        var count = 0;
        var escaped = false;
        for (var child = first; child != 0; child = nodes[child].Next)
        {
            count++;
            escaped |= nodes[child].NameEscaped;
        }

        if (count <= FewNames && !escaped)
        {
            FindAmongFew(nodes, first, bytes, faults);
        }
        else
        {
            FindAmongMany(nodes, first, bytes, faults);
        }
    }

    private static void FindAmongFew(ReadOnlySpan<JsonNode> nodes, int first, ReadOnlySpan<byte> bytes, List<JsonIndexer.Fault> faults)
    {
        for (var child = nodes[first].Next; child != 0; child = nodes[child].Next)
        {
            var name = bytes.Slice(nodes[child].NameStart, nodes[child].NameLength);
            for (var other = first; other != child; other = nodes[other].Next)
            {
                if (bytes.Slice(nodes[other].NameStart, nodes[other].NameLength).SequenceEqual(name))
                {
                    Report(nodes, child, faults);
                    break;
                }
            }
        }
    }

    private static void FindAmongMany(ReadOnlySpan<JsonNode> nodes, int first, ReadOnlySpan<byte> bytes, List<JsonIndexer.Fault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var child = first; child != 0; child = nodes[child].Next)
        {
            if (!seen.Add(JsonText.Decode(bytes.Slice(nodes[child].NameStart, nodes[child].NameLength), nodes[child].NameEscaped)))
            {
                Report(nodes, child, faults);
            }
        }
    }

    private static void Report(ReadOnlySpan<JsonNode> nodes, int child, List<JsonIndexer.Fault> faults) =>
        faults.Add(new JsonIndexer.Fault(FhirCodes.DuplicateProperty, child, nodes[child].NameStart - 1, "the property stands twice in its object"));
}
