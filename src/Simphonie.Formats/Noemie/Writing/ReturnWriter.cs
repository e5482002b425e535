using System.Buffers;
using System.Globalization;
using System.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Totals;

namespace Simphonie.Formats.Noemie.Writing;

/// <summary>
/// Writes a return entity by entity, in constant memory: the header first. Groups are closed by entities 990 when another of their kind begins, and at the end,
/// which the 999 follows; nobody counts a total. Not thread-safe.
/// </summary>
public sealed class ReturnWriter
{
    private static readonly string[] SameInBoth = ["issuerType", "issuer", "issuerProgram", "recipientType", "recipient", "recipientProgram", "application", "file", "world"];

    private readonly NoemieSchema _schema;
    private readonly BlockWriter _blocks;
    private readonly OpenGroups _groups = new();
    private EntityText? _header;
    private long _entities;

    /// <param name="schema">Form of the entities.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="blocked">Blocks with flags, or one entity after the other.</param>
    public ReturnWriter(NoemieSchema schema, IBufferWriter<byte> output, bool blocked)
    {
        _schema = schema;
        _blocks = new BlockWriter(output, schema.Blocks, blocked);
    }

    /// <summary>False when a value or total did not fit its field: the file must not be sent.</summary>
    public bool Fits { get; private set; } = true;

    /// <summary>Entities written so far.</summary>
    public long Entities => _entities;

    /// <summary>Signed sum of the amounts written so far, in cents.</summary>
    public long Total => _groups.Total;

    /// <summary>Writes an entity of a name of the schema (<c>amoPart</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="level">Its niveau de rupture, where the layout does not fix it.</param>
    /// <param name="fields">Names and values; amounts are signed euros. What is not named is blank or zero.</param>
    public void Write(string name, int level, params ReadOnlySpan<(string Field, Value Value)> fields)
    {
        var entity = new EntityText(_schema.Entity(name) ?? throw new ArgumentException($"The schema has no entity '{name}'.", nameof(name))) { Level = level };
        foreach (var (field, value) in fields)
        {
            Fits &= FieldWriter.Set(entity, entity.Type.Layout.Field(field) ?? throw new ArgumentException($"The entity has no field '{field}'.", nameof(fields)), value);
        }

        Write(entity);
    }

    internal void Write(EntityText entity)
    {
        var type = entity.Type;
        _header ??= entity;
        if (type.Group >= 0)
        {
            CloseDownTo(type.Group);
            _groups.Open(type, entity.Level);
        }

        if (type.Amount is not null)
        {
            _groups.Add(entity.Counted());
        }

        if (type.IsUnit)
        {
            _groups.CountUnit();
        }

        Put(entity.Bytes);
    }

    /// <summary>Writes an entity that the schema does not know, as it is.</summary>
    internal void WriteVerbatim(ReadOnlySpan<byte> entity) => Put(entity);

    /// <summary>Closes what is open and writes the 999.</summary>
    public void End()
    {
        CloseDownTo(0);
        var trailer = new EntityText(_schema.Require(EntityHead.TrailerNumber));
        foreach (var name in SameInBoth)
        {
            if (trailer.Type.Layout.Field(name) is { } field && _header?.Type.Layout.Field(name) is { } source)
            {
                Fits &= trailer.SetText(field, Encoding.Latin1.GetString(source.In(_header.Bytes)));
            }
        }

        var fields = TrailerFields.Of(_schema);
        Fits &= trailer.SetNumber(fields.Records, _entities + 1) && trailer.SetNumber(fields.Lots, _groups.Lots) && trailer.SetNumber(fields.Amount, _groups.Total);
        Put(trailer.Bytes);
        _blocks.Complete();
    }

    /// <summary>Closes the innermost groups down to one of this kind.</summary>
    private void CloseDownTo(int group)
    {
        while (_groups.TryPeek(out var open) && open.Group >= group)
        {
            var control = new EntityText(_schema.Require(EntityHead.ControlNumber));
            var fields = ControlFields.Of(_schema);
            Fits &= control.SetText(fields.Closed, open.Level.ToString("00", CultureInfo.InvariantCulture))
                && control.SetNumber(fields.Count, open.Count) && control.SetNumber(fields.Amount, open.Amount);
            Put(control.Bytes);
            _groups.Close();
        }
    }

    private void Put(ReadOnlySpan<byte> entity)
    {
        _blocks.Write(entity);
        _entities++;
    }
}
