using System.Globalization;
using System.Text;

namespace Simphonie.Bench.Load;

/// <summary>A framed message whose <c>##########</c> marks become a new number at each use, in place.</summary>
internal sealed class LoadFrame
{
    private const string Mark = "##########";

    private readonly byte[] _bytes;
    private readonly int[] _places;
    private readonly byte[] _digits = new byte[Mark.Length];
    private readonly string _prefix;
    private long _number;

    public LoadFrame(string template, string prefix)
    {
        _bytes = Encoding.Latin1.GetBytes("\v" + template + "\x1c\r");
        _prefix = prefix;
        var places = new List<int>();
        var text = Encoding.Latin1.GetString(_bytes);
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal))
        {
            places.Add(at);
        }

        _places = [.. places];
    }

    /// <summary>The number of the frame that was given last.</summary>
    public string Number { get; private set; } = "";

    public ReadOnlyMemory<byte> Next()
    {
        Number = _prefix + _number++.ToString(CultureInfo.InvariantCulture).PadLeft(Mark.Length - _prefix.Length, '0');
        Encoding.ASCII.GetBytes(Number.AsSpan(0, Mark.Length), _digits);
        foreach (var place in _places)
        {
            _digits.CopyTo(_bytes, place);
        }

        return _bytes;
    }
}
