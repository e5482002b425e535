using Simphonie.Core.Documents;

namespace Simphonie.Formats.Tests.Noemie.Reading;

public sealed class When_a_return_is_read
{
    [TestCase(true)]
    [TestCase(false)]
    public void Should_find_nothing_wrong_with_a_good_one(bool blocks)
    {
        var bytes = blocks ? ReturnText.Sample.Blocks : ReturnText.Sample.Plain;

        Assert.That(NoemieFiles.Found(bytes), Is.Empty);
        Assert.That(NoemieFiles.Read(bytes).IsBlocked, Is.EqualTo(blocks));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Should_nest_entities_by_niveau_de_rupture(bool blocks)
    {
        var root = NoemieFiles.Read(blocks ? ReturnText.Sample.Blocks : ReturnText.Sample.Plain).Root;

        var agent = root.Children("agent").Single();
        var kinds = agent.Children("returnKind");
        var lots = kinds[0].Children("lot");
        Assert.That(kinds, Has.Count.EqualTo(2));
        Assert.That(lots.Select(lot => lot.Text("number")), Is.EqualTo(["012", "013"]));
        Assert.That(lots[0].Children("invoice").Select(invoice => invoice.Text("number")), Is.EqualTo(["260000001", "260000002"]));
        Assert.That(lots[0].Children("invoice")[0].Children("amoPart").Single().Text("paid"), Is.EqualTo("70.00"));
        Assert.That(lots[0].Children("invoice")[1].Children("amoPart").Single().Children("rejection").Single().Text("code"), Is.EqualTo("0042"));
        Assert.That(lots[0].Children("control").Single().Text("count"), Is.EqualTo("2"));
        Assert.That(root.Children("trailer").Single().Text("amount"), Is.EqualTo("100.00"));
    }

    [Test]
    public void Should_name_what_belongs_together_whatever_the_levels_are()
    {
        var root = NoemieFiles.Read(ReturnText.Sample.Blocks).Root;

        Assert.That(root.Children("invoices"), Has.Count.EqualTo(4));
        Assert.That(root.Children("parts"), Has.Count.EqualTo(6));
        Assert.That(root.Children("rejections"), Has.Count.EqualTo(1));
        var payment = root.Children("payments").Single();
        Assert.That(payment.Children("deductions").Single().Text("amount"), Is.EqualTo("-15.00"));
        Assert.That(payment.Children("oneOffPayments").Single().Children("details").Single().Text("label"), Is.EqualTo("FORFAIT ANNUEL"));
        Assert.That(payment.Children("recipient").Single().Text("number"), Is.EqualTo("000000750000010"));
        var invoice = payment.Children("invoices")[1];
        Assert.That(invoice.Children("batch").Single().Text("date"), Is.EqualTo("2026-03-01"));
        Assert.That(invoice.Children("insuredPerson").Single().Text("birthDate"), Is.EqualTo("1979-03-28"));
        Assert.That(invoice.Children("parts")[0].Children("rejections").Single().Text("label"), Is.EqualTo("DROITS FERMES"));
        Assert.That(invoice.Children("parts")[1].Children("rejections"), Has.Count.EqualTo(1), "294, 97 O may be of both parts");
    }

    [Test]
    public void Should_apply_the_sign_to_the_amount_before_it()
    {
        var part = NoemieFiles.Read(ReturnText.Sample.Plain).Root.Children("parts")[5];

        Assert.That(part.Children("paid").Single().Value, Is.EqualTo(Value.Of(-40.00m)));
        Assert.That(part.Text("asked"), Is.EqualTo("40.00"));
    }

    [Test]
    public void Should_say_where_an_entity_stands_by_block_and_number()
    {
        var invoice = NoemieFiles.Read(ReturnText.Sample.Blocks).Root.Children("invoices")[0];

        // 000 is a block; 21 + 21 + 86 + 22 + 15 bytes stand before the invoice: byte 38 of the second data block.
        Assert.That(invoice.Place.Path, Is.EqualTo("block 3, entity 7 (102)"));
        Assert.That(invoice.Place.Offset, Is.EqualTo(256 + 1 + 165 - 127));
    }

    [Test]
    public void Should_keep_an_entity_that_no_schema_knows()
    {
        var text = ReturnText.Sample.Insert(9, "77705ABC DEF@");
        var unknown = NoemieFiles.Read(text.Plain).Root.Children("invoices")[0].Children("entity").Single();

        Assert.That((unknown.Text("record"), unknown.Text("level"), unknown.Text("data")), Is.EqualTo(("777", "05", "ABC DEF")));
        Assert.That(NoemieFiles.Found(text.Plain), Is.EqualTo(["SIM2611 entity 10 (777)"]));
    }

    [Test]
    public void Should_let_an_at_sign_stand_in_a_text()
    {
        var text = ReturnText.Sample.With(13, EntityLines.Rejection("0042", "ECRIRE A caisse@exemple.fr"));

        Assert.That(NoemieFiles.Found(text.Blocks), Is.Empty);
        Assert.That(NoemieFiles.Read(text.Blocks).Root.Children("rejections").Single().Text("label"), Is.EqualTo("ECRIRE A caisse@exemple.fr"));
    }
}
