namespace Simphonie.Core.Returns;

/// <summary>A reason of rejection that a case was told, as the journal keeps it: for lists, counts and the labels that a payer wrote.</summary>
/// <param name="Return">The return.</param>
/// <param name="Ordinal">The item.</param>
/// <param name="Case">Key of the case.</param>
/// <param name="Reason">The reason as received.</param>
/// <param name="Family">Family of the list; <c>other</c> for a code that it does not know.</param>
public sealed record KeptRejection(long Return, long Ordinal, string Case, ReturnRejection Reason, string Family)
{
    /// <summary>Its family only.</summary>
    public override string ToString() => $"rejection {Family}";
}
