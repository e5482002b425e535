using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Order of two values for <c>&lt;</c>, <c>&gt;</c> and their kin.</summary>
internal static class Ordering
{
    /// <summary>False when the types have no common order; <paramref name="order"/> is null when it cannot be said.</summary>
    public static bool TryCompare(Value left, Value right, out int? order)
    {
        order = null;
        if (left.Kind == ValueKind.String && right.Kind == ValueKind.String)
        {
            order = string.CompareOrdinal(left.Text, right.Text);
            return true;
        }

        if (Temporal.IsTemporal(left) && Temporal.IsTemporal(right))
        {
            if ((left.Kind == ValueKind.Time) != (right.Kind == ValueKind.Time))
            {
                return false;
            }

            order = Temporal.TryGet(left, out var one) && Temporal.TryGet(right, out var other) ? one.CompareTo(other) : null;
            return true;
        }

        if (Numbers.TryGet(left, out var a) && Numbers.TryGet(right, out var b))
        {
            order = a.CompareTo(b);
            return true;
        }

        if (!Quantity.TryGet(left, out var first) || !Quantity.TryGet(right, out var second))
        {
            return false;
        }

        if (Quantity.TryAlign(first, second, strict: true, out var x, out var y))
        {
            order = x.CompareTo(y);
        }

        return true;
    }
}
