using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>A schema for tests of the language: types with their elements, written as <c>name:type</c> with <c>*</c> for a list.</summary>
internal sealed class PlainSchema(string id, string root, IReadOnlyDictionary<string, string> types) : ISchema
{
    /// <summary>People and letters: enough to nest, repeat and refer.</summary>
    public static PlainSchema Letters { get; } = new("plain/letters", "Letter", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Letter"] = "title:string number:integer sender:Person receiver:Person* note:string* stamp:Stamp",
        ["Person"] = "name:string given:string* sex:string stamp:Stamp*",
        ["Stamp"] = "code:string day:date",
    });

    public SchemaHeader Header { get; } = new(id, "1", new DateOnly(2020, 1, 1), "made for tests", SchemaStatus.Site);

    public string Format => PlainFormat.FormatName;

    public string RootType => root;

    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        foreach (var entry in Entries(type))
        {
            var parts = entry.Split(':');
            if (parts[0] == name)
            {
                element = new SchemaElement(name, [parts[1].TrimEnd('*')], 0, parts[1].EndsWith('*') ? int.MaxValue : 1);
                return true;
            }
        }

        element = default;
        return false;
    }

    public IReadOnlyList<string> ElementNames(string type) => [.. Entries(type).Select(entry => entry.Split(':')[0])];

    public bool HasType(string type) => types.ContainsKey(type);

    private string[] Entries(string type) => types.TryGetValue(type, out var elements) ? elements.Split(' ') : [];
}
