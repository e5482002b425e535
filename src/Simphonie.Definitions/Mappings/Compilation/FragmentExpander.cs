using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Finds the fragment that <c>apply</c> names and sees to it that no fragment comes to apply itself.</summary>
internal static class FragmentExpander
{
    /// <summary>The fragment, now being expanded; null with a finding when it does not exist or is being expanded already.</summary>
    public static FragmentSource? Enter(CompileSession session, Setting.Scalar name)
    {
        if (!session.Fragments.TryGetValue(name.Text, out var fragment))
        {
            session.Findings.Add(MappingCodes.UnknownFragment, name.Place, $"no fragment '{name.Text}'{Suggestion.For(name.Text, session.Fragments.Keys)}");
            return null;
        }

        if (session.Expanding.Contains(fragment))
        {
            var last = session.Expanding[^1];
            session.Findings.Add(
                MappingCodes.FragmentCycle,
                name.Place,
                $"fragment '{last.Name}' ({last.Place}) applies '{fragment.Name}' ({fragment.Place}), which leads back to '{last.Name}'");
            return null;
        }

        session.Expanding.Add(fragment);
        return fragment;
    }

    public static void Leave(CompileSession session) => session.Expanding.RemoveAt(session.Expanding.Count - 1);

    public static void CheckArguments(CompileSession session, FragmentSource fragment, Setting.Map? arguments, Place place)
    {
        foreach (var parameter in fragment.Parameters)
        {
            if (arguments?[parameter] is null)
            {
                session.Findings.Add(MappingCodes.FragmentParameter, place, $"fragment '{fragment.Name}' needs '{parameter}' under 'with'");
            }
        }

        foreach (var (name, value) in arguments?.Entries ?? [])
        {
            if (!fragment.Parameters.Contains(name, StringComparer.Ordinal))
            {
                session.Findings.Add(
                    MappingCodes.FragmentParameter,
                    value.Place,
                    $"fragment '{fragment.Name}' has no parameter '{name}'{Suggestion.For(name, fragment.Parameters)}");
            }
        }
    }
}
