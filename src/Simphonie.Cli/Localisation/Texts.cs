using System.CommandLine;
using System.Globalization;
using System.Resources;

namespace Simphonie.Cli.Localisation;

/// <summary>
/// Texts for people in the language of their locale: French where it says so, else English. The English text is the key, so that code stays
/// readable and a text without translation is shown in English.
/// </summary>
public static class Texts
{
    private static readonly ResourceManager s_resources = new("Simphonie.Cli.Localisation.Texts", typeof(Texts).Assembly);

    public static string Of(string english) => Of(english, CultureInfo.CurrentUICulture);

    public static string Of(string english, CultureInfo culture) => s_resources.GetString(english, culture) ?? english;

    /// <summary>Translates the descriptions of a command, its options and arguments, and of all commands below it.</summary>
    internal static void Translate(Command command)
    {
        command.Description = Translated(command.Description);
        foreach (var option in command.Options)
        {
            option.Description = Translated(option.Description);
        }

        foreach (var argument in command.Arguments)
        {
            argument.Description = Translated(argument.Description);
        }

        foreach (var below in command.Subcommands)
        {
            Translate(below);
        }
    }

    private static string? Translated(string? english) => string.IsNullOrEmpty(english) ? english : Of(english);
}
