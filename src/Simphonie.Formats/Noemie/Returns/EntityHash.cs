using System.Security.Cryptography;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>SHA-256 over the bytes of entities, fed in large pieces: entities are short, and each call has its price.</summary>
internal sealed class EntityHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _piece = new byte[32 * 1024];
    private int _filled;

    public void Add(ReadOnlySpan<byte> entity)
    {
        if (_filled + entity.Length > _piece.Length)
        {
            Flush();
        }

        if (entity.Length > _piece.Length)
        {
            _hash.AppendData(entity);
            return;
        }

        entity.CopyTo(_piece.AsSpan(_filled));
        _filled += entity.Length;
    }

    public byte[] Finish()
    {
        Flush();
        return _hash.GetHashAndReset();
    }

    public void Dispose() => _hash.Dispose();

    private void Flush()
    {
        _hash.AppendData(_piece.AsSpan(0, _filled));
        _filled = 0;
    }
}
