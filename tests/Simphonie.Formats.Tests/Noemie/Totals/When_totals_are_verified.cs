namespace Simphonie.Formats.Tests.Noemie.Totals;

public sealed class When_totals_are_verified
{
    [Test]
    public void Should_name_the_count_of_the_level_that_does_not_agree() =>
        Assert.That(NoemieFiles.Found(ReturnText.Sample.With(15, EntityLines.Control(3, 9500, "03")).Plain), Is.EqualTo(["SIM2630 entity 16 (990), 23-30"]));

    [Test]
    public void Should_name_the_amount_of_the_level_that_does_not_agree() =>
        Assert.That(NoemieFiles.Found(ReturnText.Sample.With(15, EntityLines.Control(2, 9501)).Blocks), Is.EqualTo(["SIM2631 block 8, entity 16 (990), 31-41"]));

    [Test]
    public void Should_count_the_sign_of_a_total() =>
        Assert.That(NoemieFiles.Found(ReturnText.Sample.With(27, EntityLines.Control(1, -10000, "01")).Plain), Is.EqualTo(["SIM2631 entity 28 (990), 31-41"]));

    [Test]
    public void Should_name_an_amount_whose_sign_is_wrong()
    {
        var text = ReturnText.Sample.With(8, EntityLines.AmoPart(7000, 'P', 7000).Replace("P@", "X@", StringComparison.Ordinal));

        Assert.That(NoemieFiles.Found(text.Plain), Does.Contain("SIM2628 entity 9 (198), 23"));
    }

    [Test]
    public void Should_find_a_sign_that_was_turned_in_every_total_around_it()
    {
        var text = ReturnText.Sample.With(8, EntityLines.AmoPart(7000, 'P', -7000));

        Assert.That(NoemieFiles.Found(text.Plain), Is.EqualTo(
        [
            "SIM2631 entity 16 (990), 31-41",
            "SIM2631 entity 27 (990), 31-41",
            "SIM2631 entity 28 (990), 31-41",
            "SIM2636 entity 29 (999), 86-96",
        ]));
    }

    [Test]
    public void Should_name_each_wrong_total_of_the_file()
    {
        var text = ReturnText.Sample.With(28, EntityLines.Trailer(28, 3, 9999));

        Assert.That(NoemieFiles.Found(text.Plain), Is.EqualTo(["SIM2634 entity 29 (999), 56-63", "SIM2635 entity 29 (999), 83-85", "SIM2636 entity 29 (999), 86-96"]));
    }

    [Test]
    public void Should_name_an_end_of_another_file() =>
        Assert.That(NoemieFiles.Found(ReturnText.Sample.With(28, EntityLines.Trailer(29, 2, 10000, "000999")).Plain), Is.EqualTo(["SIM2637 entity 29 (999), 50-55"]));

    [Test]
    public void Should_name_letters_in_an_amount()
    {
        var text = ReturnText.Sample.With(8, EntityLines.AmoPart(7000, 'P', 7000).Replace("P00007000", "P0000700O", StringComparison.Ordinal));

        Assert.That(NoemieFiles.Found(text.Plain), Does.Contain("SIM2620 entity 9 (198), 15-22"));
    }

    [Test]
    public void Should_warn_of_a_level_without_its_total_and_still_verify_the_file()
    {
        var entities = ReturnText.Sample.Entities.ToList();
        entities.RemoveAt(15);
        entities[^1] = EntityLines.Trailer(28, 2, 10000);

        Assert.That(NoemieFiles.Found(new ReturnText(entities).Plain), Is.EqualTo(["SIM2633 entity 16 (080)"]));
    }

    [Test]
    public void Should_name_a_total_that_closes_nothing() =>
        Assert.That(NoemieFiles.Found(ReturnText.Sample.Insert(28, EntityLines.Control(0, 0)).Plain), Is.EqualTo(["SIM2632 entity 29 (990)"]));

    [Test]
    public void Should_name_a_part_outside_of_an_invoice() =>
        Assert.That(NoemieFiles.Found(ReturnText.Sample.Insert(6, EntityLines.AmoPart(0, ' ', 0, level: 4)).Plain), Is.EqualTo(["SIM2617 entity 7 (198)"]));

    [Test]
    public void Should_show_a_code_that_its_list_does_not_know() =>
        Assert.That(NoemieFiles.Found(ReturnText.Sample.With(4, EntityLines.ReturnKind("09")).Plain), Is.EqualTo(["SIM2623 entity 5 (081), 6-7"]));
}
