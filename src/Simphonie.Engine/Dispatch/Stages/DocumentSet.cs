using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Documents;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>The named documents of a handling; those of earlier stages are read when somebody asks for them. A later document of a name takes the place of an earlier one.</summary>
internal sealed class DocumentSet : IReadOnlyDictionary<string, Document>
{
    private readonly Dictionary<string, Lazy<Document>> _documents;

    public DocumentSet() => _documents = new(StringComparer.Ordinal);

    /// <summary>A set of its own that begins with the documents of another.</summary>
    public DocumentSet(DocumentSet other) => _documents = new(other._documents, StringComparer.Ordinal);

    public Document this[string key] => _documents[key].Value;

    public IEnumerable<string> Keys => _documents.Keys;

    public IEnumerable<Document> Values => _documents.Values.Select(static document => document.Value);

    public int Count => _documents.Count;

    public void Add(string name, Document document) => _documents[name] = new Lazy<Document>(document);

    public void Add(string name, Func<Document> read) => _documents[name] = new Lazy<Document>(read, isThreadSafe: false);

    public bool ContainsKey(string key) => _documents.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Document value)
    {
        value = _documents.TryGetValue(key, out var document) ? document.Value : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, Document>> GetEnumerator() =>
        _documents.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
