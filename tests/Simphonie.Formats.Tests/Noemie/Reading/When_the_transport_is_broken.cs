using Simphonie.Formats.Noemie;

namespace Simphonie.Formats.Tests.Noemie.Reading;

public sealed class When_the_transport_is_broken
{
    [TestCase(1, '1', "SIM2602 block 2")]
    [TestCase(1, 'X', "SIM2602 block 2")]
    [TestCase(3, ' ', "SIM2602 block 4")]
    public void Should_name_the_block_of_a_wrong_flag(int block, char flag, string expected)
    {
        var bytes = ReturnText.Sample.Blocks;
        bytes[block * 128] = (byte)flag;

        Assert.That(NoemieFiles.Found(bytes), Is.EqualTo([expected]));
    }

    [Test]
    public void Should_name_the_last_data_block_without_its_flag()
    {
        var bytes = ReturnText.Sample.Blocks;
        var last = ReturnText.Sample.BlockCount - 2;
        bytes[last * 128] = (byte)'0';

        Assert.That(NoemieFiles.Found(bytes), Is.EqualTo([$"SIM2602 block {last + 1}"]));
    }

    [Test]
    public void Should_read_a_last_data_block_whose_spaces_were_dropped()
    {
        var bytes = ReturnText.Sample.Blocks;
        var data = bytes[..^128].AsSpan().TrimEnd((byte)' ').ToArray();
        Assume.That(data.Length % 128, Is.Not.Zero);

        Assert.That(NoemieFiles.Found([.. data, .. bytes[^128..]]), Is.Empty);
    }

    [Test]
    public void Should_allow_a_line_end_behind_the_file()
    {
        Assert.That(NoemieFiles.Found([.. ReturnText.Sample.Blocks, .. "\r\n"u8]), Is.Empty);
        Assert.That(NoemieFiles.Found([.. ReturnText.Sample.Plain, .. "\n"u8]), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Should_say_that_a_second_file_follows(bool blocks)
    {
        var bytes = blocks ? ReturnText.Sample.Blocks : ReturnText.Sample.Plain;

        Assert.That(NoemieFiles.Found([.. bytes, .. bytes]).Select(finding => finding[..7]), Does.Contain("SIM2605"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Should_find_every_truncation(bool blocks)
    {
        var bytes = blocks ? ReturnText.Sample.Blocks : ReturnText.Sample.Plain;
        for (var length = 0; length < bytes.Length; length++)
        {
            var found = NoemieFiles.Validate(bytes[..length]);
            Assert.That(found.Select(finding => finding.Code), Has.Some.EqualTo(NoemieCodes.NoTrailer).Or.Some.EqualTo(NoemieCodes.NotNoemie), $"cut at {length}");
        }
    }

    [Test]
    public void Should_find_the_next_entity_when_an_at_sign_is_missing()
    {
        var without = ReturnText.Sample.With(8, ReturnText.Sample.Entities[8][..^1]);
        var replaced = ReturnText.Sample.With(8, ReturnText.Sample.Entities[8][..^1] + "#");

        Assert.That(NoemieFiles.Found(without.Plain), Is.EqualTo(["SIM2612 entity 9 (198), 23"]));
        Assert.That(NoemieFiles.Found(replaced.Plain), Is.EqualTo(["SIM2612 entity 9 (198), 24"]));
    }

    [TestCase(21, "SIM2613 entity 9 (198)")]
    public void Should_name_an_entity_that_is_too_short(int length, string expected)
    {
        var text = ReturnText.Sample.With(8, ReturnText.Sample.Entities[8][..length] + "@");

        Assert.That(NoemieFiles.Found(text.Plain), Does.Contain(expected));
    }

    [Test]
    public void Should_name_a_level_that_jumps()
    {
        var text = ReturnText.Sample.With(8, EntityLines.AmoPart(7000, 'P', 7000, level: 7));

        Assert.That(NoemieFiles.Found(text.Plain), Is.EqualTo(["SIM2615 entity 9 (198), 4-5"]));
    }

    [Test]
    public void Should_name_a_level_that_is_none()
    {
        var text = ReturnText.Sample.With(8, ReturnText.Sample.Entities[8].Remove(3, 2).Insert(3, "X5"));

        Assert.That(NoemieFiles.Found(text.Plain), Is.SupersetOf(new[] { "SIM2614 entity 9 (198), 4-5" }));
    }

    [Test]
    public void Should_name_a_second_header()
    {
        Assert.That(NoemieFiles.Found(ReturnText.Sample.Insert(5, EntityLines.Header()).Plain), Does.Contain("SIM2616 entity 6 (000)"));
    }

    [Test]
    public void Should_list_a_thousand_findings_of_a_file_that_is_wrong_throughout()
    {
        var text = ReturnText.Sample;
        for (var count = 0; count < 1200; count++)
        {
            text = new([.. text.Entities.Take(10), "102XX@", .. text.Entities.Skip(10)]);
        }

        var found = NoemieFiles.Validate(text.Plain);

        Assert.That(found, Has.Count.EqualTo(1001));
        Assert.That(found[^1].Code, Is.EqualTo(NoemieCodes.NotListed));
    }
}
