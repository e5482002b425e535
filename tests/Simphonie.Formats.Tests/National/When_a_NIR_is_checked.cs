using Simphonie.Formats.National;

namespace Simphonie.Formats.Tests.National;

/// <summary>Published test identities.</summary>
public sealed class When_a_NIR_is_checked
{
    [TestCase("297022A020778", 78)]
    [TestCase("2360663220836", 56)]
    [TestCase("1090763220834", 89)]
    [TestCase("2790351215189", 89)]
    public void Should_know_its_key(string number, int key)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Nir.Key(number), Is.EqualTo(key));
            Assert.That(Nir.IsValid(number + key), Is.True);
            Assert.That(Nir.IsValid(number + (key == 97 ? 96 : key + 1)), Is.False);
        });
    }

    // 2B counts as 18 where 2A counts as 19: computed by hand from 2970218020778 and 97.
    [Test]
    public void Should_count_2B_as_18() => Assert.That(Nir.Key("297022B020778"), Is.EqualTo(97 - (int)(2970218020778L % 97)));

    [TestCase("")]
    [TestCase("279035121518")]
    [TestCase("27903512151899")]
    [TestCase("297022C020778")]
    [TestCase("29702A2020778")]
    [TestCase("297023A020778")]
    [TestCase("A970220020778")]
    [TestCase("279035121518 ")]
    public void Rejects_number(string number) => Assert.That(Nir.Key(number), Is.EqualTo(-1));
}
