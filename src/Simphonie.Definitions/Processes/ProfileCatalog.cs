using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Processes;

/// <summary>All parameter files of a definition set.</summary>
internal sealed class ProfileCatalog(IReadOnlyList<ProcessProfile> profiles)
{
    /// <summary>Finds <c>name@2</c> or, without <c>@</c>, the version in force on the day that the process takes effect.</summary>
    public ProcessProfile? Resolve(Setting.Scalar reference, DateOnly effective, DiagnosticBag findings)
    {
        var at = reference.Text.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? reference.Text : reference.Text[..at];
        var versions = profiles.Where(profile => profile.Name == name).ToList();
        var found = at < 0
            ? versions.Where(profile => profile.Effective <= effective).MaxBy(static profile => profile.Effective)
            : versions.Find(profile => profile.Version.ToString(CultureInfo.InvariantCulture) == reference.Text[(at + 1)..]);
        if (found is null)
        {
            findings.Add(
                ProcessCodes.UnknownProfile,
                reference.Place,
                versions.Count > 0
                    ? $"the parameters '{name}' have no such version in force; there is {string.Join(", ", versions.Select(static profile => profile.Version).Order())}."
                    : $"there are no parameters '{name}'{Suggestion.For(name, profiles.Select(static profile => profile.Name))}");
        }

        return found;
    }
}
