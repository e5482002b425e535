using System.Text;

namespace Simphonie.Formats.Tests.Noemie.Reading;

/// <summary>A return of so many invoices that is made while it is read, so that it need not lie anywhere.</summary>
internal sealed class EndlessReturn(int invoices) : Stream
{
    private readonly IEnumerator<string> _entities = Entities(invoices).GetEnumerator();
    private byte[] _current = [];
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _current.Length)
        {
            if (!_entities.MoveNext())
            {
                return 0;
            }

            _current = Encoding.ASCII.GetBytes(_entities.Current);
            _at = 0;
        }

        var count = Math.Min(buffer.Length, _current.Length - _at);
        _current.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>A thousand invoices at a time, so that making them costs little beside reading them.</summary>
    private static IEnumerable<string> Entities(int invoices)
    {
        const int Piece = 1000;
        var piece = string.Concat(Enumerable.Range(0, Piece).Select(number => EntityLines.Invoice($"{number:000000000}") + EntityLines.AmoPart(7000, 'P', 7000)));
        yield return EntityLines.Header() + EntityLines.Agent() + EntityLines.Payee() + EntityLines.Transfer() + EntityLines.ReturnKind() + EntityLines.Lot();
        for (var made = 0; made < invoices; made += Piece)
        {
            yield return piece;
        }

        var total = 7000L * invoices;
        yield return EntityLines.Control(invoices, total) + EntityLines.Control(1, total) + EntityLines.Control(1, total) + EntityLines.Trailer(10 + (2L * invoices), 1, total);
    }
}
