using Simphonie.Core.Documents;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>
/// The resources made so far, by the name they were made under and the focus they were made from, so that
/// <c>reference(cover)</c> in a loop means the cover that came from the same item.
/// </summary>
internal sealed class References
{
    private readonly List<(string Name, Node Focus, string Url)> _made = [];

    public void Add(string name, Node focus, string url) => _made.Add((name, focus, url));

    /// <summary>The resource made from that focus, else the only one of that name. None: null and not ambiguous.</summary>
    public string? Find(string name, Node focus, out bool ambiguous)
    {
        string? only = null;
        ambiguous = false;
        foreach (var (madeName, madeFrom, url) in _made)
        {
            if (!string.Equals(madeName, name, StringComparison.Ordinal))
            {
                continue;
            }

            if (madeFrom == focus)
            {
                ambiguous = false;
                return url;
            }

            ambiguous |= only is not null;
            only = url;
        }

        return ambiguous ? null : only;
    }
}
