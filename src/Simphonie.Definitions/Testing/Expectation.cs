using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Testing;

/// <summary>One thing that a test expects. A union of what follows.</summary>
public abstract record Expectation(Place Place)
{
    /// <summary>A value of the output: exactly these texts, or all match, or none there.</summary>
    public sealed record Value(ValueCheck Check) : Expectation(Check.Path.Place);

    /// <summary>A finding of that code, at that place when one is named.</summary>
    public sealed record Finding(string Code, string? At, Place Place) : Expectation(Place);

    public sealed record NoOutput(Place Place) : Expectation(Place);

    /// <summary>The output is made of exactly these texts, one behind the other.</summary>
    public sealed record Bytes(IReadOnlyList<string> Texts, Place Place) : Expectation(Place);

    /// <summary>The value at a path comes from exactly these places of the input.</summary>
    public sealed record Lineage(Setting.Scalar Path, IReadOnlyList<string> From) : Expectation(Path.Place);

    /// <summary>So many deliveries of that kind (<c>send</c> or <c>call</c>) to an endpoint; each holds what is checked.</summary>
    public sealed record Delivered(string Kind, string Endpoint, int Times, IReadOnlyList<ValueCheck> With, Place Place) : Expectation(Place);

    public sealed record NothingTo(IReadOnlyList<string> Endpoints, Place Place) : Expectation(Place);

    public sealed record State(string Name, Place Place) : Expectation(Place);

    /// <summary>A work item with that code, or with that text in what it asks.</summary>
    public sealed record WorkItem(string CodeOrText, Place Place) : Expectation(Place);

    public sealed record WorkItems(int Count, Place Place) : Expectation(Place);

    /// <summary>A ledger entry of that kind, and of that key and value when they are named.</summary>
    public sealed record Ledger(string Kind, string? Key, string? Text, bool Absent, Place Place) : Expectation(Place);

    /// <summary>A lot of that kind that holds an invoice, and is as the rest says where it says something.</summary>
    public sealed record Lot(string Kind, string? Recipient, string? Scheme, string? Fund, int? Number, int? Invoices, Place Place) : Expectation(Place);

    /// <summary>So many invoices in all lots.</summary>
    public sealed record InLots(int Invoices, Place Place) : Expectation(Place);

    /// <summary>So many files of closed lots for a recipient; each holds what is checked.</summary>
    public sealed record LotFile(string Recipient, int Times, IReadOnlyList<ValueCheck> With, Place Place) : Expectation(Place);

    /// <summary>A business case of that key, in that state when one is named.</summary>
    public sealed record Case(string Key, string? In, Place Place) : Expectation(Place);

    public sealed record Cases(int Count, Place Place) : Expectation(Place);

    /// <summary>The waiting caller was answered with what is checked, or was not.</summary>
    public sealed record Answer(bool Given, IReadOnlyList<ValueCheck> With, Place Place) : Expectation(Place);
}

/// <summary>A path and what it must give: all of <paramref name="Is"/> in order, or matches of <paramref name="Matches"/>, or nothing when both are null.</summary>
public sealed record ValueCheck(Setting.Scalar Path, IReadOnlyList<string>? Is, string? Matches);
