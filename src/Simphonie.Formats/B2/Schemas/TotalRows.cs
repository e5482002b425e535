using System.Globalization;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>
/// Rows of totals: <c>5CP 74 = 3.102 + 4CP.115 - 3.94</c>. A term is <c>#PATTERN</c>, records counted by name (<c>#2CP</c>), by type (<c>#3*</c>) or all (<c>#*</c>),
/// or <c>RECORD.POSITION</c>, the field that begins there added up.
/// </summary>
internal sealed class TotalRows(B2LayoutSet layouts)
{
    private const int Types = 10;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<B2Slot>[] _slots = [.. layouts.All.Select(_ => new List<B2Slot>())];
    private readonly List<B2Slot>[] _unknown = [.. Enumerable.Range(0, Types).Select(_ => new List<B2Slot>())];
    private readonly List<B2Total>[] _totals = [.. layouts.All.Select(_ => new List<B2Total>())];

    public void Add(SchemaRow row)
    {
        var words = row.Text.Split(' ');
        if (words.Length < 4 || words.Length % 2 != 0 || words[2] != "=" || Field(words[0], words[1], out var layout) is not { } field)
        {
            row.Report("a total has a row such as: 5CP 74 = 3.102 + 4CP.115 - 3.94");
            return;
        }

        var terms = new List<(int, int)>();
        for (var at = 3; at < words.Length; at += 2)
        {
            var sign = at == 3 || words[at - 1] == "+" ? 1 : words[at - 1] == "-" ? -1 : 0;
            if (sign == 0 || Number(words[at]) is not { } number)
            {
                row.Report($"'{words[at]}' is neither #RECORDS nor RECORD.POSITION of a number");
                return;
            }

            terms.Add((number, sign));
        }

        _totals[layout!.Index].RemoveAll(total => total.Field == field); // an overlay counts otherwise
        _totals[layout.Index].Add(new(field, [.. terms], words[3].StartsWith('#')));
    }

    public B2TotalSet Build() => new(
        _numbers.Count,
        [.. _slots.Select(slots => slots.ToArray())],
        [.. _unknown.Select(slots => slots.ToArray())],
        [.. _totals.Select(totals => totals.ToArray())]);

    private int? Number(string term)
    {
        if (_numbers.TryGetValue(term, out var number))
        {
            return number;
        }

        number = _numbers.Count;
        if (term.StartsWith('#'))
        {
            Count(term[1..], number);
        }
        else if (term.Split('.') is [var name, var position] && Field(name, position, out var layout) is { } field)
        {
            _slots[layout!.Index].Add(new(number, field.Start, field.Length));
        }
        else
        {
            return null;
        }

        _numbers[term] = number;
        return number;
    }

    private void Count(string pattern, int number)
    {
        var slot = new B2Slot(number, 0, 0);
        foreach (var layout in layouts.All)
        {
            if (pattern == "*" || pattern == layout.Name || (pattern is [var type, '*'] && layout.Type == type))
            {
                _slots[layout.Index].Add(slot);
            }
        }

        for (var type = 0; type < Types; type++)
        {
            if (pattern == "*" || (pattern.EndsWith('*') && pattern[0] == '0' + type))
            {
                _unknown[type].Add(slot);
            }
        }
    }

    private FixedField? Field(string name, string position, out B2Layout? layout)
    {
        layout = layouts[name];
        return int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? layout?.Record.At(from) : null;
    }
}
