using System.Collections.Frozen;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Reading;

namespace Simphonie.Formats.Noemie.Schemas;

/// <summary>
/// The entities of a NOEMIE form. In expressions the root is <c>Return</c>; each entity is a type with its fields, and may hold any other entity
/// (the niveau de rupture decides); <see cref="View"/>s name what belongs together whatever the levels are.
/// </summary>
public sealed class NoemieSchema : ISchema
{
    /// <summary>Numbers of entities have three digits.</summary>
    private const int Numbers = 1000;

    private readonly EntityType?[] _byNumber = new EntityType?[Numbers];
    private readonly FrozenDictionary<string, FrozenDictionary<string, SchemaElement>> _types;

    internal NoemieSchema(SchemaHeader header, BlockLayout blocks, IReadOnlyList<EntityType> entities, IReadOnlyDictionary<string, CodeList> codes)
    {
        Header = header;
        Blocks = blocks;
        Entities = entities;
        Codes = codes;
        foreach (var entity in entities)
        {
            _byNumber[entity.Number] = entity;
        }

        _types = ExpressionTypes.Of(entities);
    }

    /// <inheritdoc/>
    public SchemaHeader Header { get; }

    /// <inheritdoc/>
    public string Format => NoemieFormat.FormatName;

    /// <inheritdoc/>
    public string RootType => ExpressionTypes.Root;

    /// <summary>Code lists by name.</summary>
    public IReadOnlyDictionary<string, CodeList> Codes { get; }

    internal BlockLayout Blocks { get; }

    internal IReadOnlyList<EntityType> Entities { get; }

    /// <summary>The kind of entity of a number, null when this form has none.</summary>
    internal EntityType? Entity(int number) => (uint)number < Numbers ? _byNumber[number] : null;

    /// <summary>The kind of an entity that every schema has: 000, 990, 999.</summary>
    internal EntityType Require(int number) => Entity(number) ?? throw new InvalidOperationException($"The loader lets no schema pass without {number:000}.");

    /// <summary>The kind of entity of a name.</summary>
    internal EntityType? Entity(string name) => Entities.FirstOrDefault(entity => entity.Name == name);

    internal bool IsKnown(int number) => Entity(number) is not null && number is not (EntityHead.HeaderNumber or EntityHead.TrailerNumber);

    /// <inheritdoc/>
    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        element = default;
        return _types.TryGetValue(type, out var elements) && elements.TryGetValue(name, out element);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ElementNames(string type) => _types.TryGetValue(type, out var elements) ? elements.Keys : [];

    /// <inheritdoc/>
    public bool HasType(string type) => _types.ContainsKey(type);
}
