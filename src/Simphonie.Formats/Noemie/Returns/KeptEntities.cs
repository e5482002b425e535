using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>Copies of the entities of one invoice, kept until it ends: its rejections stand behind its parts.</summary>
internal sealed class KeptEntities
{
    private readonly List<Kept> _kept = [];
    private byte[] _bytes = new byte[4096];
    private int _end;

    public int Count => _kept.Count;

    public Kept this[int at] => _kept[at];

    public ReadOnlySpan<byte> Bytes(in Kept kept) => _bytes.AsSpan(kept.Start, kept.Length);

    public void Clear()
    {
        _kept.Clear();
        _end = 0;
    }

    /// <param name="entity">What is kept.</param>
    /// <param name="repetition">Of a part: how often its line stood in the return before.</param>
    public void Add(EntityReader entity, int repetition)
    {
        var bytes = entity.Bytes;
        if (_end + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_end));
        _kept.Add(new Kept(entity.Type!, _end, bytes.Length, entity.Index, entity.Block, entity.Position, repetition));
        _end += bytes.Length;
    }

    public int Find(Func<int, bool> isWanted, int from = 0) => _kept.FindIndex(from, kept => isWanted(kept.Type.Number));
}

/// <summary>One entity that is kept.</summary>
internal readonly record struct Kept(EntityType Type, int Start, int Length, long Index, long Block, long Position, int Repetition)
{
    public Place Place => EntityPlace.Of(Block, Index, Type.Number, 0, 0, Position);
}
