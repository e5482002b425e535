using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>SHA-256 over many small pieces: they are gathered first, since each call of the hash costs more than the bytes of a piece.</summary>
internal sealed class BufferedHash : IDisposable
{
    private const int Size = 8 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _length)
        {
            Flush();
        }

        if (bytes.Length > _buffer.Length)
        {
            _hash.AppendData(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>The bytes of a text in UTF-8, whose number is known.</summary>
    public void Append(string text, int bytes)
    {
        if (bytes > _buffer.Length - _length)
        {
            Append(Encoding.UTF8.GetBytes(text));
            return;
        }

        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    /// <summary>64 hexadecimal digits.</summary>
    public string Finish()
    {
        Flush();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(hash);
        return Convert.ToHexStringLower(hash);
    }

    public void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer.AsSpan(0, _length));
        _length = 0;
    }
}
