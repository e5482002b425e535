namespace Simphonie.Core.Returns;

/// <summary>What a list of reasons says of one code.</summary>
/// <param name="Code">Code of the payer.</param>
/// <param name="Label">What it means.</param>
/// <param name="Family">What it is about (<c>rights</c>, <c>cover</c>, <c>amount</c> …): one correction often clears many of a family.</param>
/// <param name="FirstActor">Who looks first (<c>admissions</c>, <c>billing</c> …).</param>
/// <param name="Action">What to do, a sentence.</param>
public sealed record RejectionReason(string Code, string Label, string Family, string FirstActor, string Action);
