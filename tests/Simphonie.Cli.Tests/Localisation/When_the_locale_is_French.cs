using System.Globalization;
using Simphonie.Cli.Commands;
using Simphonie.Cli.Localisation;

namespace Simphonie.Cli.Tests.Localisation;

public sealed class When_the_locale_is_French
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    [TestCase("Look into the journal.", "Consulter le journal.")]
    [TestCase("taken by", "prise par")]
    public void Should_speak_French(string english, string french)
    {
        Assert.That(Texts.Of(english, French), Is.EqualTo(french));
        Assert.That(Texts.Of(english, CultureInfo.InvariantCulture), Is.EqualTo(english));
    }

    [Test]
    public void Should_know_every_description_of_every_command()
    {
        var missing = AllCommands.Create().SelectMany(Descriptions).Distinct().Where(text => Texts.Of(text, French) == text && text != "Messages.");
        Assert.That(missing, Is.Empty);
    }

    private static IEnumerable<string> Descriptions(System.CommandLine.Command command) =>
        new[] { command.Description }
            .Concat(command.Options.Select(option => option.Description))
            .Concat(command.Arguments.Select(argument => argument.Description))
            .OfType<string>().Where(text => text.Length > 0)
            .Concat(command.Subcommands.SelectMany(Descriptions));
}
