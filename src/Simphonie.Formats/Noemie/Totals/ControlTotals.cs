using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Totals;

/// <summary>
/// Verifies every total of a file while it is read. A group (recipient, lot …) opens with its entity; an entity 990 closes the innermost one, or the one whose level
/// its identification begins with. Its count is that of the units in it, each group closed inside being one; its total is the signed sum of all amounts in it.
/// The entity 999 has the number of all entities, of lots, and the signed sum of the file.
/// </summary>
internal sealed class ControlTotals(NoemieSchema schema, FindingList findings)
{
    private readonly OpenGroups _groups = new();
    private readonly ControlFields _control = ControlFields.Of(schema);
    private readonly TrailerFields _trailer = TrailerFields.Of(schema);

    /// <summary>Signed sum of the amounts seen so far, in cents.</summary>
    public long Total => _groups.Total;

    /// <summary>The total that the entity 999 has; null until it was seen.</summary>
    public long? Written { get; private set; }

    /// <summary>The level that the entity just seen closed, when it was an entity 990; else null.</summary>
    public OpenGroup? Closed { get; private set; }

    /// <summary>Takes notice of the next entity.</summary>
    public void See(EntityReader entity)
    {
        Closed = null;
        if (entity.IsTrailer)
        {
            CloseAll(0, entity);
            CheckTrailer(entity);
        }
        else if (entity.Number == EntityHead.ControlNumber)
        {
            Close(entity);
        }
        else if (entity.Type is { } type)
        {
            if (type.Group >= 0)
            {
                CloseAll(type.Group, entity);
                _groups.Open(type, entity.Level);
            }

            if (type.Amount is not null)
            {
                _groups.Add(SignedAmount.Read(entity, type.Amount, type.Sign, findings));
            }

            if (type.IsUnit)
            {
                _groups.CountUnit();
            }
        }
    }

    /// <summary>Closes groups that end without an entity 990 because another of their kind, or an outer one, begins.</summary>
    private void CloseAll(int group, EntityReader entity)
    {
        while (_groups.TryPeek(out var open) && open.Group >= group)
        {
            Leave(entity);
        }
    }

    private void Leave(EntityReader entity)
    {
        findings.Add(NoemieCodes.ControlMissing, entity.PlaceOf(), "a level ended before this entity without its entity 990");
        _groups.Close();
    }

    private void Close(EntityReader entity)
    {
        if (_control.Level(entity.Bytes) is { } level && _groups.HasLevel(level))
        {
            while (_groups.TryPeek(out var inner) && inner.Level != level)
            {
                Leave(entity);
            }
        }

        if (!_groups.TryPeek(out var group))
        {
            findings.Add(NoemieCodes.ControlWithoutGroup, entity.PlaceOf(), "no level is open that this entity 990 could close");
            return;
        }

        SignedAmount.Compare(entity, _control.Count, SignedAmount.Count(entity, _control.Count, findings) == group.Count, NoemieCodes.ControlCount, findings);
        SignedAmount.Compare(entity, _control.Amount, SignedAmount.Read(entity, _control.Amount, _control.Sign, findings) == group.Amount, NoemieCodes.ControlAmount, findings);
        Closed = group;
        _groups.Close();
    }

    private void CheckTrailer(EntityReader entity)
    {
        var written = SignedAmount.Read(entity, _trailer.Amount, _trailer.Sign, findings);
        Written = written;
        SignedAmount.Compare(entity, _trailer.Records, SignedAmount.Count(entity, _trailer.Records, findings) == entity.Index, NoemieCodes.RecordCount, findings);
        SignedAmount.Compare(entity, _trailer.Lots, SignedAmount.Count(entity, _trailer.Lots, findings) == _groups.Lots, NoemieCodes.LotCount, findings);
        SignedAmount.Compare(entity, _trailer.Amount, written == _groups.Total, NoemieCodes.FileAmount, findings);
    }
}
