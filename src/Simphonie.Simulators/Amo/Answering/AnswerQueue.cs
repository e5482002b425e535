using System.Globalization;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>
/// Answers that wait for their time: files in a hidden folder inside that of the answers, named by when they are due, so that a restart still knows them
/// and each appears whole, by one rename.
/// </summary>
internal sealed class AnswerQueue(string folder, TimeProvider time)
{
    private const string Stamp = "yyyyMMdd'T'HHmmssfffffff";
    private const char Behind = '~';

    private readonly string _pending = Path.Combine(folder, ".pending");

    public void Create() => Directory.CreateDirectory(_pending);

    /// <summary>Keeps an answer; the same name due at the same time is replaced.</summary>
    public void Add(string name, DateTimeOffset due, ReadOnlySpan<byte> bytes)
    {
        var stamped = due.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Behind + name;
        var hidden = Path.Combine(_pending, "." + stamped);
        File.WriteAllBytes(hidden, bytes);
        File.Move(hidden, Path.Combine(_pending, stamped), overwrite: true);
    }

    /// <summary>Puts what is due into the folder of answers, in the order of time; how many.</summary>
    public int Release()
    {
        var now = time.GetUtcNow().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        var released = 0;
        foreach (var path in Directory.EnumerateFiles(_pending).Order(StringComparer.Ordinal).ToArray())
        {
            var parts = Path.GetFileName(path).Split(Behind, 2);
            if (parts.Length == 2 && parts[0][0] != '.' && string.CompareOrdinal(parts[0], now) <= 0)
            {
                File.Move(path, Path.Combine(folder, parts[1]), overwrite: true);
                released++;
            }
        }

        return released;
    }
}
