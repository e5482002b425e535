using System.Globalization;
using System.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>Amounts and texts as fixed-length French formats want them.</summary>
internal static class FormatFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("cents", "An amount in euros as whole cents; more than two decimals are finding SIM2315.", "'12.34'.cents()", Cents) with { Result = Results.Integer },
        New("amount", "Whole cents as an amount in euros with two decimals.", "'0001234'.amount()", Amount) with { Result = Results.Decimal },
        New("padLeft", "The text filled up on its left to a length, with 0 unless another character is given; a longer text is finding SIM2316.", "PID-25.padLeft(2)", static (in call, into) => Pad(call, into, left: true), new FunctionParameter("length"), new FunctionParameter("character", Optional: true)),
        New("padRight", "The text filled up on its right to a length, with blanks unless another character is given; a longer text is finding SIM2316.", "PID-5.1.ascii().padRight(25)", static (in call, into) => Pad(call, into, left: false), new FunctionParameter("length"), new FunctionParameter("character", Optional: true)),
        New("ascii", "In capitals without accents, as B2 and the card write names; what ASCII has no letter for becomes a blank.", "PID-5.1.ascii()", Ascii),
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Hub, Description = description, Example = example, Body = body, Parameters = parameters, Result = Results.String };

    private static bool TryDecimal(in Call call, out Item item, out decimal number)
    {
        number = 0;
        if (!call.TryInput(out item))
        {
            return false;
        }

        var value = Reading.ValueOf(call.Context, item);
        if (Numbers.TryGet(value, out number)
            || decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        if (!value.IsNone)
        {
            call.Find(FrenchCodes.WrongAmount, item);
        }

        return false;
    }

    private static void Cents(in Call call, List<Item> into)
    {
        if (!TryDecimal(call, out var item, out var euros))
        {
            return;
        }

        if (decimal.Truncate(euros * 100) != euros * 100 || Math.Abs(euros) > long.MaxValue / 100)
        {
            call.Find(FrenchCodes.WrongAmount, item);
            return;
        }

        into.Add(new Item(Numbers.OfWhole((long)(euros * 100))));
    }

    private static void Amount(in Call call, List<Item> into)
    {
        if (!TryDecimal(call, out var item, out var cents))
        {
            return;
        }

        if (decimal.Truncate(cents) != cents)
        {
            call.Find(FrenchCodes.WrongAmount, item);
            return;
        }

        into.Add(new Item(Value.OfDecimalText((cents / 100).ToString("0.00", CultureInfo.InvariantCulture))));
    }

    private static void Pad(in Call call, List<Item> into, bool left)
    {
        if (!call.TryInteger(0, out var length) || !call.TryInput(out Item item))
        {
            return;
        }

        var text = Reading.ValueOf(call.Context, item).Text;
        if (text.Length > length)
        {
            call.Find(FrenchCodes.TooLong, item);
            return;
        }

        var fill = call.Count > 1 && call.TryText(1, out var given) && given.Length == 1 ? given[0] : left ? '0' : ' ';
        into.Add(new Item(Value.Of(left ? text.PadLeft(length, fill) : text.PadRight(length, fill))));
    }

    private static void Ascii(in Call call, List<Item> into)
    {
        if (!call.TryInput(out Item item))
        {
            return;
        }

        var text = Reading.ValueOf(call.Context, item).Text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            plain.Append(c switch
            {
                'œ' or 'Œ' => "OE",
                'æ' or 'Æ' => "AE",
                'ß' => "SS",
                'ø' or 'Ø' => "O",
                'ł' or 'Ł' => "L",
                'đ' or 'Đ' => "D",
                '’' or '‘' => "'",
                '‐' or '‑' or '–' or '—' => "-",
                _ when char.IsAscii(c) && !char.IsControl(c) => char.ToUpperInvariant(c).ToString(),
                _ => " ",
            });
        }

        into.Add(new Item(Value.Of(plain.ToString())));
    }
}
