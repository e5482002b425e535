using System.Globalization;
using System.Text;
using Simphonie.Bench.Load;

namespace Simphonie.Bench.Month;

/// <summary>
/// Invoices of the measured month as Bundles: a visit of three acts, with a part for each insurance. Each has a number, an insured person, amounts and one of the
/// caisses of its own, written in place over the template <c>claim.json</c>.
/// </summary>
internal sealed class MonthClaims
{
    /// <summary>Recipients that the invoices go to in turn.</summary>
    public const int Recipients = 24;

    /// <summary>Insured people that the invoices are of in turn.</summary>
    public const int People = 2_000;

    private const int FirstCaisse = 101;
    private const int Acts = 3;
    private const string NumberMark = "#########";
    private const string NirMark = "***************";
    private const string CaisseMark = "@@@";
    private const string DayMark = "DDDDDDDDDD";
    private const string TotalMark = "t$$$$$$";

    // Invoices are made some days after the care.
    private static readonly TimeSpan s_age = TimeSpan.FromDays(3);

    private readonly byte[] _bytes;
    private readonly int[] _numbers;
    private readonly int[] _nirs;
    private readonly int[] _caisses;
    private readonly int[] _totals;
    private readonly (int[] Net, int[] Amo, int[] Amc)[] _amounts;

    public MonthClaims()
    {
        var text = Template().Replace(DayMark, (TimeProvider.System.GetUtcNow() - s_age).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        _bytes = Encoding.ASCII.GetBytes(text);
        _numbers = Places(text, NumberMark);
        _nirs = Places(text, NirMark);
        _caisses = Places(text, CaisseMark);
        _totals = Places(text, TotalMark);
        _amounts = [.. Enumerable.Range(0, Acts).Select(act => (Places(text, Mark("n", act)), Places(text, Mark("o", act)), Places(text, Mark("c", act))))];
    }

    /// <summary>Code of the caisse that an invoice goes to: three digits.</summary>
    public static string Caisse(int number) => (FirstCaisse + (number % Recipients)).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the invoices ask of both insurances together, in cents.</summary>
    public static long Asked(int first, int count)
    {
        var sum = 0L;
        for (var number = first; number < first + count; number++)
        {
            sum += Asked(number);
        }

        return sum;
    }

    /// <summary>The next Bundle; the one before is gone.</summary>
    /// <param name="number">Number of the invoice, from 1.</param>
    public ReadOnlyMemory<byte> Of(int number)
    {
        Write(_numbers, number.ToString("000000000", CultureInfo.InvariantCulture));
        Write(_nirs, LoadPeople.Nir(number % People));
        Write(_caisses, Caisse(number));
        Write(_totals, Euros(Asked(number)));
        for (var act = 0; act < Acts; act++)
        {
            var net = Net(number, act);
            Write(_amounts[act].Net, Euros(net));
            Write(_amounts[act].Amo, Euros(net * 7 / 10));
            Write(_amounts[act].Amc, Euros(net * 3 / 10));
        }

        return _bytes;
    }

    /// <summary>What says that rights of one of the insured are open.</summary>
    public static byte[] Rights(int person) => Encoding.ASCII.GetBytes($$"""
        {"resourceType":"Bundle","type":"collection","identifier":{"system":"urn:oid:1.2.250.1.999.2","value":"{{LoadPeople.Nir(person)}}"},"entry":[
        {"resource":{"resourceType":"Patient","birthDate":"1979-03-28"} },
        {"resource":{"resourceType":"Coverage","status":"active","subscriberId":"{{LoadPeople.Nir(person)}}","beneficiary":{"display":"DOMINIQUE"},"payor":[{"display":"CPAM"}]} }]}
        """);

    private static long Asked(int number) => Enumerable.Range(0, Acts).Sum(act => Net(number, act));

    // Between 400.00 and 999.90, in tens of cents: shares of 70 and 30 per cent are whole cents then, and all amounts have one length.
    private static long Net(int number, int act) => 40_000 + (number * 7L + act * 1_013L) % 5_999 * 10;

    private static string Euros(long cents) => (cents / 100m).ToString("000.00", CultureInfo.InvariantCulture);

    private static string Mark(string what, int act) => what + act.ToString(CultureInfo.InvariantCulture) + "$$$$";

    private void Write(int[] places, string text)
    {
        foreach (var place in places)
        {
            Encoding.ASCII.GetBytes(text, _bytes.AsSpan(place));
        }
    }

    private static int[] Places(string text, string mark)
    {
        var places = new List<int>();
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
        {
            places.Add(at);
        }

        return [.. places];
    }

    private static string Template()
    {
        using var template = typeof(MonthClaims).Assembly.GetManifestResourceStream("claim.json") ?? throw new InvalidOperationException("The template of an invoice is missing.");
        using var reader = new StreamReader(template);
        return reader.ReadToEnd().ReplaceLineEndings("");
    }
}
