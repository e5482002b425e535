using System.Security.Cryptography;
using System.Text;
using Simphonie.Journal.Keys;

namespace Simphonie.Journal.Tests.Keys;

public sealed class When_an_identity_is_kept
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Test]
    public void Should_be_the_first_half_of_its_hmac()
    {
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Key, "255069900000117"u8)[..16]).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        Assert.That(new HubKey(Key).Pseudonym("255069900000117"), Is.EqualTo(expected));
    }

    [Test]
    public void Should_differ_under_another_key()
    {
        var other = (byte[])Key.Clone();
        other[31]++;

        Assert.That(new HubKey(other).Pseudonym("é"), Is.Not.EqualTo(new HubKey(Key).Pseudonym("é")));
    }

    [Test]
    public void Should_take_values_of_any_length([Values(0, 1, 300, 5000)] int length)
    {
        Assert.That(new HubKey(Key).Pseudonym(new string('9', length)), Has.Length.EqualTo(22));
    }

    [Test]
    public void Should_refuse_a_damaged_key_file()
    {
        var directory = Directory.CreateTempSubdirectory("simphonie-key-");
        try
        {
            File.WriteAllBytes(Path.Combine(directory.FullName, DataDirectory.KeyName), Encoding.ASCII.GetBytes("short"));

            var refused = Assert.Throws<JournalRefusedException>(() => HubKey.LoadOrCreate(directory.FullName));

            Assert.That(refused!.Diagnostic.Code, Is.EqualTo(JournalCodes.BadKey));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
