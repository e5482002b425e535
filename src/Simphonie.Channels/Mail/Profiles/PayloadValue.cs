using System.Globalization;
using System.Text;

namespace Simphonie.Channels.Mail.Profiles;

/// <summary>A value that stands at fixed positions of a payload's records.</summary>
/// <param name="Name">Name in templates.</param>
/// <param name="Record">First characters of the records it stands in; empty: the first record.</param>
/// <param name="From">First position, 1-based.</param>
/// <param name="To">Last position.</param>
/// <param name="Sum">True: the sum of the number over all such records; false: the text of the first one.</param>
public sealed record PayloadValue(string Name, string Record, int From, int To, bool Sum)
{
    /// <summary>The value; null when the payload has no such record or no such number.</summary>
    public string? Of(ReadOnlySpan<byte> payload, int length)
    {
        long sum = 0;
        var found = false;
        foreach (var record in new RecordEnumerator(payload, length))
        {
            if (record.Length < To || !StartsWith(record))
            {
                continue;
            }

            var text = Encoding.Latin1.GetString(record[(From - 1)..To]);
            if (!Sum)
            {
                return text;
            }

            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            sum += number;
            found = true;
        }

        return found ? sum.ToString(CultureInfo.InvariantCulture) : null;
    }

    private bool StartsWith(ReadOnlySpan<byte> record)
    {
        for (var i = 0; i < Record.Length; i++)
        {
            if (record[i] != Record[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Records of a fixed length, with or without line ends between them.</summary>
    private ref struct RecordEnumerator(ReadOnlySpan<byte> rest, int length)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public ReadOnlySpan<byte> Current { get; private set; }

        public readonly RecordEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            _rest = _rest.TrimStart("\r\n"u8);
            if (_rest.IsEmpty)
            {
                return false;
            }

            Current = _rest[..Math.Min(length, _rest.Length)];
            _rest = _rest[Current.Length..];
            return true;
        }
    }
}
