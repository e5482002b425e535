using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>
/// The items of a return in constant memory. The file is read twice: first to know which lines repeat, then for the items. What a return says is emitted when it is known
/// whole: a part when its invoice ends, a transfer when its payment does.
/// </summary>
internal sealed class ReturnItems(NoemieSchema schema, Func<IByteSource> open, long length)
{
    /// <summary>True for an entity that becomes an item.</summary>
    public static bool IsItem(EntityReader entity) => entity.Type is not null &&
        entity.Number is EntityNumber.AmoPart or EntityNumber.AmcPart or EntityNumber.Deduction or EntityNumber.OneOffPayment or EntityNumber.Transfer
            or EntityNumber.LotAnswer;

    /// <summary>From the item with this ordinal on.</summary>
    public IEnumerable<ReturnItem> From(long from)
    {
        var repeated = Repeated();
        var source = open();
        using var owned = source as IDisposable;
        var reader = Reader(source);
        var state = new ReturnState(schema, repeated, from);
        while (reader.Read())
        {
            state.See(reader);
            while (state.TryTake(out var item))
            {
                yield return item;
            }
        }

        state.End();
        while (state.TryTake(out var item))
        {
            yield return item;
        }
    }

    private RepeatedLines Repeated()
    {
        var source = open();
        using var owned = source as IDisposable;
        var reader = Reader(source);
        var repeated = new RepeatedLines(length);
        var lines = new LineHash();
        while (reader.Read())
        {
            if (lines.See(reader) is var line and not 0)
            {
                repeated.Mark(line);
            }
        }

        return repeated;
    }

    /// <summary>What is wrong was found when the return was verified.</summary>
    private EntityReader Reader(IByteSource source) => new(source, schema, new FindingList(new DiagnosticBag()));
}
