namespace Simphonie.Core.Documents;

/// <summary>A document that knows what its standard calls each node and what its codes mean, in the language of the standard: for people to read.</summary>
public interface ILabelledDocument
{
    /// <summary>The standard's name of a node; null when it has none.</summary>
    string? LabelOf(long handle);

    /// <summary>What the code in a node means; null when it is no code, or not a known one.</summary>
    string? MeaningOf(long handle);
}
