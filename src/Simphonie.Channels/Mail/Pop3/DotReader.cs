namespace Simphonie.Channels.Mail.Pop3;

/// <summary>
/// Takes the lines of a mail from a POP3 answer: the dot in front of a dot is taken away, a dot alone is the end (RFC 1939, 3).
/// Beyond a limit it goes on reading and keeps nothing more.
/// </summary>
internal sealed class DotReader(long most)
{
    private readonly MemoryStream _mail = new();
    private State _state = State.LineStart;

    /// <summary>What was kept; less than the mail when <see cref="IsTooLarge"/>.</summary>
    public ReadOnlyMemory<byte> Mail => _mail.GetBuffer().AsMemory(0, (int)_mail.Length);

    public bool IsTooLarge { get; private set; }

    /// <summary>All bytes seen so far.</summary>
    public long Seen { get; private set; }

    /// <summary>True when the end was found; <paramref name="taken"/> bytes belong to the mail and its end.</summary>
    public bool TryEnd(ReadOnlySpan<byte> bytes, out int taken)
    {
        taken = 0;
        while (taken < bytes.Length)
        {
            if (_state == State.Inside)
            {
                var rest = bytes[taken..];
                var end = rest.IndexOf((byte)'\n');
                Keep(end < 0 ? rest : rest[..(end + 1)]);
                taken += end < 0 ? rest.Length : end + 1;
                _state = end < 0 ? State.Inside : State.LineStart;
                continue;
            }

            var b = bytes[taken];
            switch (_state)
            {
                case State.LineStart when b == '.':
                    taken++;
                    _state = State.Dot;
                    break;
                case State.Dot when b == '\r':
                    taken++;
                    _state = State.DotReturn;
                    break;
                case State.Dot when b == '\n':
                case State.DotReturn when b == '\n':
                    taken++;
                    return true;
                case State.DotReturn:
                    Keep("\r"u8);
                    _state = State.Inside;
                    break;
                default:
                    _state = State.Inside;
                    break;
            }
        }

        return false;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        Seen += bytes.Length;
        if (Seen > most)
        {
            IsTooLarge = true;
            return;
        }

        _mail.Write(bytes);
    }

    private enum State
    {
        LineStart,
        Inside,
        Dot,
        DotReturn,
    }
}
