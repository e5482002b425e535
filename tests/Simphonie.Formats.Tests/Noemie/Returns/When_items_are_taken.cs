using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Returns;

namespace Simphonie.Formats.Tests.Noemie.Returns;

public sealed class When_items_are_taken
{
    private readonly NoemieReturns _returns = new();

    [Test]
    public void Should_give_every_part_in_the_order_of_the_return()
    {
        var parts = Items(ReturnText.Sample.Blocks).OfType<ReturnItem.Part>().ToList();

        Assert.That(parts.Select(part => (part.Invoice, part.Debtor, part.State, part.Asked, part.Paid, part.Repetition)), Is.EqualTo(
        [
            ("260000001", DebtorPart.Amo, PartState.Paid, 7000L, 7000L, 0),
            ("260000001", DebtorPart.Amc, PartState.Paid, 3000L, 2500L, 0),
            ("260000002", DebtorPart.Amo, PartState.Rejected, 5000L, 0L, 0),
            ("260000002", DebtorPart.Amc, PartState.Rejected, 1000L, 0L, 0),
            ("260000003", DebtorPart.Amo, PartState.Paid, 4000L, 4000L, 0),
            ("260000003", DebtorPart.Amo, PartState.Paid, 4000L, -4000L, 1),
        ]));
        Assert.That(parts, Has.All.Matches<ReturnItem.Part>(part => part.Payee == "750000010" && part.Payer == "00000000017511" && part.TransferReference == "VIREMENT 0001"));
        Assert.That(parts[4], Has.Property(nameof(ReturnItem.Part.Lot)).EqualTo(13).And.Property(nameof(ReturnItem.Part.LotDate)).EqualTo(new DateOnly(2026, 3, 2)));
        Assert.That(parts[0], Has.Property(nameof(ReturnItem.Part.Insured)).EqualTo("2790351215189").And.Property(nameof(ReturnItem.Part.Complement)).EqualTo("001A00"));
        Assert.That(parts[1].Amc, Is.EqualTo("0099999999"));
    }

    [Test]
    public void Should_give_reasons_to_the_parts_that_they_are_of()
    {
        var parts = Items(ReturnText.Sample.Plain).OfType<ReturnItem.Part>().ToList();

        Assert.That(parts[2].Rejections, Is.EqualTo([new ReturnRejection("0042", "DROITS FERMES", "F", DebtorPart.Amo, 0)]));
        Assert.That(parts[3].Rejections, Is.EqualTo([new ReturnRejection("0042", "DROITS FERMES", "F", null, 0)]), "O may be of both parts");
        Assert.That(parts[0].Rejections, Is.Empty);
    }

    [Test]
    public void Should_give_money_that_is_no_part_and_the_transfer_with_its_sum()
    {
        var items = Items(ReturnText.Sample.Blocks);

        Assert.That(items.OfType<ReturnItem.Money>().Select(money => (money.Kind, money.Amount, money.Reference)), Is.EqualTo(
            [("250", -1500L, "DETTE00001"), ("261", 2000L, "00042 FORFAIT ANNUEL")]));
        var transfer = items.OfType<ReturnItem.Transfer>().Single();
        Assert.That((transfer.Reference, transfer.Amount, transfer.AccountedOn), Is.EqualTo(("VIREMENT 0001", (long?)10000, (DateOnly?)new DateOnly(2026, 3, 14))));
        Assert.That(items.Select(item => item.Ordinal), Is.EqualTo(Enumerable.Range(0, items.Count)));
    }

    [Test]
    public void Should_know_a_return_by_its_header_whatever_the_framing()
    {
        var plain = Verify(ReturnText.Sample.Plain);
        var blocks = Verify(ReturnText.Sample.Blocks);

        Assert.That((plain!.Identity, plain.Reference, plain.World, plain.Items, plain.Total), Is.EqualTo(("00000000017511/000123/260315/0908", "0908", World.Test, 9L, (long?)10000)));
        Assert.That(blocks!.Identity, Is.EqualTo(plain.Identity));
        Assert.That(blocks.ContentHash.ToArray(), Is.EqualTo(plain.ContentHash.ToArray()));
    }

    [Test]
    public void Should_refuse_a_return_that_does_not_add_up()
    {
        var findings = new DiagnosticBag();

        Assert.That(_returns.Verify(ReturnText.Sample.With(8, EntityLines.AmoPart(7000, 'P', 7001)).Plain, NoemieFiles.Ps, findings), Is.Null);
        Assert.That(findings.HasErrors);
    }

    [TestCase("777XXABC@")]
    [TestCase("77709ABC@")]
    public void Should_take_a_return_with_an_entity_that_no_schema_knows(string unknown) =>
        Assert.That(Verify(ReturnText.Sample.Insert(9, unknown).Blocks), Is.Not.Null);

    [Test]
    public void Should_take_a_return_although_its_dates_of_birth_are_wrong() =>
        Assert.That(Verify(ReturnText.Sample.With(7, EntityLines.People().Replace("790328", "79032X", StringComparison.Ordinal)).Plain), Is.Not.Null);

    [Test]
    public void Should_go_on_from_any_ordinal_and_agree_with_both_framings() => Prop.ForAll(GeneratedReturn.Arbitrary, text =>
    {
        var all = Items(text.Plain);
        var head = Verify(text.Blocks);
        return head is not null && head.Items == all.Count &&
            Shown(Items(text.Blocks)).SequenceEqual(Shown(all)) &&
            Enumerable.Range(0, all.Count + 1).All(from => Shown(Items(text.Blocks, from)).SequenceEqual(Shown(all.Skip(from))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Test]
    public void Should_count_every_repetition_of_a_line() => Prop.ForAll(GeneratedReturn.Arbitrary, text =>
    {
        var seen = new Dictionary<(int, DateOnly?, string, string, DebtorPart), int>();
        foreach (var part in Items(text.Plain).OfType<ReturnItem.Part>())
        {
            var line = (part.Lot, part.LotDate, part.Invoice, part.Complement, part.Debtor);
            seen.TryGetValue(line, out var before);
            if (part.Repetition != before)
            {
                return false;
            }

            seen[line] = before + 1;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Shown(IEnumerable<ReturnItem> items) => items.Select(item => item switch
    {
        ReturnItem.Part part => $"{part.Ordinal} {part.Payee} {part.Invoice} {part.Lot} {part.Debtor} {part.Repetition} {part.State} {part.Asked} {part.Paid} {string.Join(',', part.Rejections)}",
        ReturnItem.Transfer transfer => $"{transfer.Ordinal} {transfer.Reference} {transfer.Amount}",
        ReturnItem.Money money => $"{money.Ordinal} {money.Kind} {money.Amount}",
        _ => "",
    });

    private ReturnHead? Verify(byte[] bytes) => _returns.Verify(bytes, NoemieFiles.Ps, []);

    private List<ReturnItem> Items(byte[] bytes, long from = 0) => [.. _returns.Items(bytes, NoemieFiles.Ps, from)];
}
