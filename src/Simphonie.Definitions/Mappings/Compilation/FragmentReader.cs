using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Collects the fragments that a mapping may apply: those of fragment files, and its own, which win.</summary>
internal static class FragmentReader
{
    public static Dictionary<string, FragmentSource> Read(Setting.Map? own, IReadOnlyDictionary<string, Setting.Map> shared, DiagnosticBag findings)
    {
        var fragments = new Dictionary<string, FragmentSource>(StringComparer.Ordinal);
        foreach (var (name, file) in shared)
        {
            if (FromMap(name, file, file.Place, findings) is { } fragment)
            {
                fragments[name] = fragment;
            }
        }

        foreach (var (name, value) in own?.Entries ?? [])
        {
            var place = own!.PlaceOf(name);
            var fragment = value is Setting.Map map && map["rules"] is not null
                ? FromMap(name, map, place, findings)
                : new FragmentSource(name, [], value, place);
            if (fragment is not null)
            {
                fragments[name] = fragment;
            }
        }

        return fragments;
    }

    private static FragmentSource? FromMap(string name, Setting.Map map, Place place, DiagnosticBag findings)
    {
        var bound = FieldBinder.Bind(map, MappingFields.Fragment, $"fragment '{name}'", findings);
        return bound["rules"] is { } rules
            ? new FragmentSource(name, [.. bound.Scalars("parameters").Select(parameter => parameter.Text)], rules, place)
            : null;
    }
}
