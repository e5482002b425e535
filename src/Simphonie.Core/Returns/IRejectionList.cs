using Simphonie.Core.Schemas;

namespace Simphonie.Core.Returns;

/// <summary>A versioned list of reasons of rejection, as data.</summary>
public interface IRejectionList : ISchema
{
    /// <summary>Family of a code that no list has.</summary>
    public const string OtherFamily = "other";

    /// <summary>Null for a code that the list does not have.</summary>
    RejectionReason? Find(string code);
}
