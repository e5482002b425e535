using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Validation;

/// <summary>
/// The niveau de rupture: two digits, and at most one deeper than that of the entity before. Nothing is asked of an entity that the schema does not know,
/// but what follows may lie in it.
/// </summary>
internal sealed class LevelCheck(FindingList findings)
{
    private const int From = 4;
    private const int To = 5;

    private int _before = EntityHead.NoLevel;

    public void See(EntityReader entity)
    {
        if (entity.IsHeader || entity.IsTrailer || entity.Number is EntityHead.ControlNumber or EntityHead.HeaderNumber)
        {
            return;
        }

        if (entity.Type is null)
        {
            _before = Math.Max(entity.Level, _before);
            return;
        }

        if (entity.Level == EntityHead.NoLevel)
        {
            findings.Add(NoemieCodes.LevelUnreadable, entity.PlaceOf(From, To), "the niveau de rupture is not two digits");
            return;
        }

        if (_before != EntityHead.NoLevel && entity.Level > _before + 1)
        {
            findings.Add(NoemieCodes.LevelJumps, entity.PlaceOf(From, To), "the niveau de rupture is more than one deeper than before");
        }

        _before = entity.Level;
    }
}
