using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>The documents of a group under one root: each is a child named <c>message</c>, and stays itself below.</summary>
internal sealed class GroupDocument(IReadOnlyList<Document> members) : Document
{
    public override string Format => "group";

    public override ISchema? Schema => null;

    public override Node Root => new(this, 0);

    public override IReadOnlyList<Diagnostic> Findings => [];

    public override string NameOf(long handle) => "group";

    public override string? TypeOf(long handle) => null;

    public override NodeState StateOf(long handle) => NodeState.Valued;

    public override Value ValueOf(long handle) => Value.None;

    public override Place PlaceOf(long handle) => Place.Whole;

    public override void AppendChildren(long handle, string name, List<Node> into)
    {
        if (name == "message")
        {
            AppendChildren(handle, into);
        }
    }

    public override void AppendChildren(long handle, List<Node> into)
    {
        foreach (var member in members)
        {
            into.Add(member.Root);
        }
    }
}
