using FsCheck;
using FsCheck.Fluent;

namespace Simphonie.Formats.Tests.Noemie;

/// <summary>Returns of any shape whose totals are counted here, entity by entity.</summary>
internal static class GeneratedReturn
{
    public static Arbitrary<ReturnText> Arbitrary => Gen.Choose(0, int.MaxValue - 1).Select(Of).ToArbitrary();

    public static ReturnText Of(int seed)
    {
        var random = new Random(seed);
        var entities = new List<string> { EntityLines.Header(file: $"{seed % 1000000:000000}") };
        long total = 0;
        var lots = 0;
        for (var agents = random.Next(1, 3); agents > 0; agents--)
        {
            entities.Add(EntityLines.Agent());
            var (count, amount, inside) = Recipient(random, entities);
            lots += inside;
            total += amount;
            entities.Add(EntityLines.Control(count, amount, random.Next(2) == 0 ? "01" : ""));
        }

        entities.Add(EntityLines.Trailer(entities.Count + 1, lots, total, $"{seed % 1000000:000000}"));
        return new ReturnText(entities);
    }

    private static (int Count, long Amount, int Lots) Recipient(Random random, List<string> entities)
    {
        entities.Add(EntityLines.Payee());
        long amount = 0;
        var units = 0;
        var lots = 0;
        for (var payments = random.Next(1, 3); payments > 0; payments--)
        {
            entities.Add(EntityLines.Transfer(label: $"VIREMENT {random.Next(10000):0000}"));
            entities.Add(EntityLines.ReturnKind());
            for (var inside = random.Next(0, 4); inside > 0; inside--)
            {
                lots++;
                units++;
                amount += Lot(random, entities, lots);
            }

            if (random.Next(3) == 0)
            {
                var cents = -random.Next(0, 10000);
                entities.Add(EntityLines.Deduction(cents));
                amount += cents;
                units++;
            }

            if (random.Next(3) == 0)
            {
                var cents = random.Next(0, 10000);
                entities.Add(EntityLines.OneOff(cents));
                entities.Add(EntityLines.OneOffDetail(cents));
                amount += cents;
                units++;
            }
        }

        entities.Add(EntityLines.Control(units, amount, random.Next(2) == 0 ? "02" : ""));
        return (1, amount, lots);
    }

    private static long Lot(Random random, List<string> entities, int number)
    {
        entities.Add(EntityLines.Lot(number));
        long amount = 0;
        var invoices = random.Next(0, 6);
        for (var at = 0; at < invoices; at++)
        {
            entities.Add(EntityLines.Invoice($"26{random.Next(100):0000000}", number));
            if (random.Next(2) == 0)
            {
                entities.Add(EntityLines.People());
            }

            amount += Part(random, entities, isAmc: false);
            amount += random.Next(2) == 0 ? Part(random, entities, isAmc: true) : 0;
            if (random.Next(8) == 0)
            {
                entities.Add($"777{5:00}{new string('X', random.Next(0, 200))}@");
            }
        }

        entities.Add(EntityLines.Control(invoices, amount, random.Next(2) == 0 ? "03" : ""));
        return amount;
    }

    private static long Part(Random random, List<string> entities, bool isAmc)
    {
        var asked = random.Next(0, 100000);
        var state = "PPPPRD "[random.Next(7)];
        var paid = state == 'P' ? random.Next(-asked, asked + 1) : 0;
        entities.Add(isAmc ? EntityLines.AmcPart(asked, state, paid) : EntityLines.AmoPart(asked, state, paid));
        for (var rejections = state == 'R' ? random.Next(1, 3) : 0; rejections > 0; rejections--)
        {
            entities.Add(random.Next(3) == 0
                ? EntityLines.Notice($"{random.Next(10000):0000}", "SIGNALEMENT D'ESSAI")
                : EntityLines.Rejection($"{random.Next(10000):0000}", "REJET D'ESSAI, A L'ADRESSE x@y", isAmc ? 'C' : 'O'));
        }

        return paid;
    }
}
