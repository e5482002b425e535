using FsCheck;
using FsCheck.Fluent;
using Simphonie.Engine.Lots;

namespace Simphonie.Engine.Tests.Lots;

public sealed class When_numbers_are_given
{
    [TestCase(0, new int[0], 1)]
    [TestCase(998, new int[0], 999)]
    [TestCase(999, new int[0], 1)]
    [TestCase(4, new[] { 5, 6, 8 }, 7)]
    [TestCase(998, new[] { 999, 1 }, 2)]
    public void Should_take_the_next_that_is_not_open(int last, int[] taken, int expected) =>
        Assert.That(LotNumbering.Next(last, taken).Number, Is.EqualTo(expected));

    [Test]
    public void Should_tell_which_were_passed_over() => Assert.That(LotNumbering.Next(998, [999, 1]).Skipped, Is.EqualTo(new[] { 999, 1 }));

    [Test]
    public void Should_give_none_when_all_are_open() => Assert.That(LotNumbering.Next(500, [.. Enumerable.Range(1, 999)]).Number, Is.Zero);

    [Test]
    public void Should_never_give_one_that_is_open_and_come_round_to_all_others() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(0, 999).ToArbitrary(), Gen.ListOf(Gen.Choose(1, 999)).ToArbitrary(), static (last, open) =>
        {
            var free = Enumerable.Range(1, 999).Except(open).ToHashSet();
            var given = new List<int>();
            for (var number = last; given.Count < free.Count; given.Add(number))
            {
                number = LotNumbering.Next(number, [.. open]).Number;
            }

            return given.ToHashSet().SetEquals(free);
        }));

    [TestCase("", "000001")]
    [TestCase("000009", "00000A")]
    [TestCase("00000Z", "000010")]
    [TestCase("ZZZZZZ", "000000")]
    public void Should_count_file_ids_in_digits_and_capitals(string last, string next) => Assert.That(LotNumbering.NextFileId(last), Is.EqualTo(next));
}
