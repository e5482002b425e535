using System.Text;
using NUnit.Framework;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_an_identity_is_stored<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private const string Marker = "MARKER255069900000117";

    [Test]
    public async Task Should_not_be_anywhere_in_clear()
    {
        await KeepAsync(Given.Message("MSH|no identity here", keys: [new BusinessKey("nir", Marker, Identity: true), new BusinessKey("dossier", "VISIBLE-DOSSIER", Identity: false)]));
        await CloseAsync();

        Assert.That(Holds("VISIBLE-DOSSIER"), Is.True, "else the search below would prove nothing");
        Assert.That(Holds(Marker), Is.False);
    }

    private bool Holds(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Factory.Stored().Any(file => file.Span.IndexOf(bytes) >= 0);
    }
}
