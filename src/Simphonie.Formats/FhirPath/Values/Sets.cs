using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Collections as sets, by equality.</summary>
internal static class Sets
{
    public static bool Contains(EvaluationContext context, List<Item> items, Item item, int from = 0)
    {
        for (var i = from; i < items.Count; i++)
        {
            if (Equality.Items(context, items[i], item) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Appends the first of each that is equal.</summary>
    public static void Distinct(EvaluationContext context, List<Item> items, List<Item> into)
    {
        var used = context.Used;
        context.Used = null;
        var first = into.Count;
        var texts = items.Count > 16 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var item in items)
        {
            var value = texts is null ? Value.None : Reading.ValueOf(context, item);
            var isNew = value.Kind == ValueKind.String ? texts!.Add(value.Text) : !Contains(context, into, item, first);
            if (isNew)
            {
                into.Add(item);
            }
        }

        context.Used = used;
    }
}
