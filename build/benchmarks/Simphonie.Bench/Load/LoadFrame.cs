using System.Globalization;
using System.Text;

namespace Simphonie.Bench.Load;

/// <summary>
/// A framed message whose <c>##########</c> marks become a new number at each use, whose <c>@@@@@@@</c> marks one of the patients, and whose <c>***************</c> marks the number of one of the insured, in place.
/// Connections share their numbers, as those of one GAP do; patients come back in no order.
/// </summary>
internal sealed class LoadFrame
{
    private const string NumberMark = "##########";
    private const string PatientMark = "@@@@@@@";
    private const string NirMark = "***************";
    private const int Patients = 500_000;

    private readonly byte[] _bytes;
    private readonly int[] _numbers;
    private readonly int[] _patients;
    private readonly int[] _nirs;
    private readonly LoadNumbers _from;

    public LoadFrame(string template, LoadNumbers from)
    {
        _bytes = Encoding.Latin1.GetBytes("\v" + template + "\x1c\r");
        _from = from;
        _numbers = Places(template, NumberMark);
        _patients = Places(template, PatientMark);
        _nirs = Places(template, NirMark);
    }

    /// <summary>The number of the frame that was given last.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The next message; the one before is gone.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var number = _from.Next();
        Number = _from.Text(number);
        Write(_numbers, Number);
        Write(_patients, (number * 2_654_435_761 % Patients).ToString("0000000", CultureInfo.InvariantCulture));
        Write(_nirs, LoadPeople.Nir((int)(number % LoadPeople.Count)));
        return _bytes;
    }

    private void Write(int[] places, string text)
    {
        foreach (var place in places)
        {
            Encoding.ASCII.GetBytes(text, _bytes.AsSpan(place));
        }
    }

    private static int[] Places(string template, string mark)
    {
        var places = new List<int>();
        for (var at = template.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = template.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
        {
            places.Add(at + 1); // after the start block
        }

        return [.. places];
    }
}
