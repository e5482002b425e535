using System.Runtime.InteropServices;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>Where every entity of a file lies, made in one pass.</summary>
/// <param name="Entities">In the order of the file.</param>
/// <param name="Framing">Blocks or plain.</param>
/// <param name="TrailerPosition">Where the entity 999 stands in the file, 0 for none.</param>
internal sealed record DocumentIndex(DocumentEntity[] Entities, Framing Framing, long TrailerPosition)
{
    public static DocumentIndex Read(ReadOnlyMemory<byte> bytes, NoemieSchema schema, DiagnosticBag findings)
    {
        var list = new FindingList(findings);
        var reader = new EntityReader(new MemorySource(bytes), schema, list);
        var entities = new List<DocumentEntity>();
        var path = new LevelPath();
        var context = default(EntityContext);
        while (reader.Read())
        {
            var index = entities.Count;
            context.See(reader.Number, reader.Index);
            entities.Add(new DocumentEntity
            {
                Offset = reader.Offset,
                Length = reader.Bytes.Length,
                Number = reader.Number,
                Type = reader.Type,
                Context = context,
                Next = index + 1,
            });
            var span = CollectionsMarshal.AsSpan(entities);
            span[index].Parent = path.Open(reader, index, span);
        }

        path.Close(0, entities.Count, CollectionsMarshal.AsSpan(entities));
        list.Close();
        return new DocumentIndex([.. entities], reader.Framing, reader.TrailerPosition);
    }

    /// <summary>Position in the file of a byte of an entity.</summary>
    public long PositionOf(in DocumentEntity entity, int start) =>
        TrailerPosition > 0 && entity.Number == EntityHead.TrailerNumber ? TrailerPosition + start : Framing.PositionOf(entity.Offset + start);

    /// <summary>The bytes of a field: where they stand, or put together when a block ends inside of them.</summary>
    public ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> file, in DocumentEntity entity, int start, int length)
    {
        var position = PositionOf(entity, start);
        if (entity.Number == EntityHead.TrailerNumber || Framing.RunOf(entity.Offset + start) >= length)
        {
            return file.Slice((int)position, length);
        }

        var whole = new byte[length];
        for (var done = 0; done < length;)
        {
            var run = Math.Min(Framing.RunOf(entity.Offset + start + done), length - done);
            file.Slice((int)PositionOf(entity, start + done), run).CopyTo(whole.AsSpan(done));
            done += run;
        }

        return whole;
    }
}
