using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>Evaluation of collections where one item is needed (FHIRPath 4.5): empty is empty, several are a finding.</summary>
internal static class Singletons
{
    /// <summary>False when there is none, or several (a finding).</summary>
    public static bool TryOne(in Frame frame, List<Item> items, Site site, out Item item)
    {
        item = items.Count > 0 ? items[0] : default;
        if (items.Count > 1)
        {
            site.Find(frame, FhirPathCodes.Several, items[1]);
        }

        return items.Count == 1;
    }

    public static bool TryOne(in Frame frame, Operation operation, Site site, out Item item)
    {
        var items = frame.Context.Items.Rent();
        operation.Evaluate(frame, items);
        var found = TryOne(frame, items, site, out item);
        frame.Context.Items.Return(items);
        return found;
    }

    /// <summary>The value of the single item; none when there is none.</summary>
    public static Value ValueOf(in Frame frame, Operation operation, Site site) =>
        TryOne(frame, operation, site, out var item) ? Reading.ValueOf(frame.Context, item) : Value.None;

    /// <summary>True, false or unknown; a single item that is no boolean counts as true.</summary>
    public static bool? Truth(in Frame frame, Operation operation, Site site)
    {
        var items = frame.Context.Items.Rent();
        operation.Evaluate(frame, items);
        var truth = Truth(frame, items, site);
        frame.Context.Items.Return(items);
        return truth;
    }

    public static bool? Truth(in Frame frame, List<Item> items, Site site)
    {
        if (!TryOne(frame, items, site, out var item))
        {
            return null;
        }

        var value = Reading.ValueOf(frame.Context, item);
        return value.Kind != ValueKind.Boolean || value.Boolean;
    }

    /// <summary>As <see cref="Truth(in Frame, Operation, Site)"/>, without the nodes it reads being lineage: it chooses values and gives none.</summary>
    public static bool Chooses(in Frame frame, Operation condition, Site site)
    {
        var used = frame.Context.Used;
        frame.Context.Used = null;
        var chosen = Truth(frame, condition, site) == true;
        frame.Context.Used = used;
        return chosen;
    }

    public static void Add(this List<Item> into, bool? truth)
    {
        if (truth is { } value)
        {
            into.Add(new Item(Value.Of(value)));
        }
    }
}
