using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;

namespace Simphonie.Engine.Tests.Support;

/// <summary>
/// Returns of the tests: a line for each item, of pairs as in <see cref="KvFormat"/>. The first one is the head, whose <c>total</c> is the sum of what is paid;
/// framing that the hash leaves out are lines that begin with <c>#</c>.
/// </summary>
public sealed class LineReturns : IReturnFormat
{
    public string Name => "kv";

    public ReturnHead? Verify(ReadOnlyMemory<byte> bytes, ISchema schema, DiagnosticBag findings)
    {
        var lines = Lines(bytes);
        var head = KvFormat.Read(lines[0]);
        var total = lines.Skip(1).Sum(line => Number(KvFormat.Read(line), "paid") ?? 0);
        if (Number(head, "total") is { } said && said != total)
        {
            findings.Add(KvFormat.Broken, Place.InMessage("line 1, total"), "The total is another one.");
            return null;
        }

        return new()
        {
            Identity = Text(head, "return"),
            Reference = "0578",
            World = Text(head, "mark") == "real" ? World.Real : World.Test,
            ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Skip(1)))),
            Items = lines.Length - 1,
            Total = total,
        };
    }

    public IEnumerable<ReturnItem> Items(ReadOnlyMemory<byte> bytes, ISchema schema, long from)
    {
        var lines = Lines(bytes);
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = KvFormat.Read(lines[i]);
            var item = Item(line, i - 1, said);
            if (item.Ordinal >= from)
            {
                yield return item;
            }
        }
    }

    private static string[] Lines(ReadOnlyMemory<byte> bytes) =>
        [.. Encoding.UTF8.GetString(bytes.Span).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    private static ReturnItem Item(Document line, long ordinal, Dictionary<string, int> said)
    {
        var place = Place.InMessage($"line {ordinal + 2}");
        const string Payee = "750000010";
        var payer = Text(line, "payer");
        switch (Text(line, "item"))
        {
            case "transfer":
                return new ReturnItem.Transfer { Ordinal = ordinal, Place = place, Payee = Payee, Payer = payer, Reference = Text(line, "ref"), AccountedOn = null, Amount = Number(line, "amount") };
            case "money":
                return new ReturnItem.Money
                {
                    Ordinal = ordinal, Place = place, Payee = Payee, Payer = payer, Kind = Text(line, "kind"), Amount = Number(line, "amount") ?? 0, TransferReference = "T", Reference = Text(line, "ref"),
                };
            case "answer":
                return new ReturnItem.LotAnswer
                {
                    Ordinal = ordinal, Place = place, Payee = Payee, Payer = payer, FileId = Text(line, "file"), Lot = (int)(Number(line, "lot") ?? 0), LotDate = Day(line, "date"),
                    Accepted = Text(line, "code").Length == 0, Code = Text(line, "code") is { Length: > 0 } code ? code : null,
                };
            default:
                return Part(line, ordinal, place, payer, said);
        }
    }

    private static ReturnItem.Part Part(Document line, long ordinal, Place place, string payer, Dictionary<string, int> said)
    {
        var key = $"{Text(line, "no")}/{Text(line, "part")}/{Text(line, "lot")}";
        said[key] = said.GetValueOrDefault(key) + 1;
        return new()
        {
            Ordinal = ordinal,
            Place = place,
            Payee = "750000010",
            Payer = payer,
            Invoice = Text(line, "no"),
            Complement = "",
            Lot = (int)(Number(line, "lot") ?? 0),
            LotDate = Day(line, "date"),
            Debtor = Text(line, "part") == "amc" ? DebtorPart.Amc : DebtorPart.Amo,
            Repetition = said[key] - 1,
            Asked = Number(line, "asked") ?? 0,
            State = Text(line, "state") switch { "R" => PartState.Rejected, "D" => PartState.Deferred, "" => PartState.NotHandled, _ => PartState.Paid },
            Paid = Number(line, "paid") ?? 0,
            Insured = Text(line, "nir"),
            TransferReference = "T",
            AccountedOn = null,
            Amc = null,
            Rejections = Text(line, "reason") is { Length: > 0 } reason ? [new(reason, "as the payer says", "F", null, 0)] : [],
        };
    }

    private static string Text(Document line, string name) => KvFormat.Field(line, name) ?? "";

    private static long? Number(Document line, string name) => Text(line, name) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(Document line, string name) => Text(line, name) is { Length: > 0 } text ? DateOnly.Parse(text, CultureInfo.InvariantCulture) : null;
}
