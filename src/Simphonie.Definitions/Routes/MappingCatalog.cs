using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes;

/// <summary>All mappings of a definition set; those that did not compile are known by their header, so that references to them are not called unknown.</summary>
public sealed class MappingCatalog
{
    private readonly Dictionary<string, List<(DefinitionHeader Header, Mapping? Mapping)>> _byName = new(StringComparer.Ordinal);

    /// <summary>Every mapping that compiled.</summary>
    public IReadOnlyList<Mapping> All => [.. _byName.Values.SelectMany(v => v).Select(v => v.Mapping).OfType<Mapping>()];

    public void Add(DefinitionHeader header, Mapping? mapping)
    {
        if (!_byName.TryGetValue(header.Name, out var versions))
        {
            _byName.Add(header.Name, versions = []);
        }

        versions.Add((header, mapping));
    }

    /// <summary>Resolves <c>name</c> or <c>name@2</c>. Null with a finding when it does not exist, null without one when it exists but did not compile.</summary>
    public Mapping? Resolve(Setting.Scalar reference, DiagnosticBag findings)
    {
        var at = reference.Text.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? reference.Text : reference.Text[..at];
        if (!_byName.TryGetValue(name, out var versions))
        {
            findings.Add(RouteCodes.UnknownMapping, reference.Place, $"there is no mapping '{name}'{Suggestion.For(name, _byName.Keys)}");
            return null;
        }

        if (at < 0)
        {
            var compiled = versions.Select(v => v.Mapping).OfType<Mapping>().ToList();
            return compiled.Count == 0 ? null : new VersionedMapping(compiled);
        }

        var wanted = reference.Text[(at + 1)..];
        var match = versions.Where(v => v.Header.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) == wanted).ToList();
        if (match.Count == 0)
        {
            findings.Add(RouteCodes.UnknownVersion, reference.Place, $"mapping '{name}' has no version {wanted}; it has {string.Join(", ", versions.Select(v => v.Header.Version).Order())}.");
            return null;
        }

        return match[0].Mapping;
    }
}
