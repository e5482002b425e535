using System.Collections;

namespace Simphonie.Cli.Output;

/// <summary>One object to print: named cells in order. Values are text, whole numbers, booleans, instants, lists of text, or null.</summary>
internal sealed class Row : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _cells = [];

    public void Add(string name, object? value) => _cells.Add(new(name, value));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _cells.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
