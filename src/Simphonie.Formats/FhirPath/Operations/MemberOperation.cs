using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Typing;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>The children of a name. As first term a capital name may also be the type of the focus itself (<c>Patient.name</c>).</summary>
internal sealed class MemberOperation(Operation? source, string name, bool keepCleared = false) : Operation
{
    private readonly bool _mayBeType = source is null && char.IsAsciiLetterUpper(name[0]);

    public override Operation WithCleared() => new MemberOperation(source, name, keepCleared: true);

    public override void Evaluate(in Frame frame, List<Item> into)
    {
        if (source is null)
        {
            if (_mayBeType && frame.This.IsNode && frame.This.Node.Type is { } type && FhirTypes.IsA(type, name))
            {
                into.Add(frame.This);
            }
            else
            {
                Navigate(frame, frame.This, into);
            }

            return;
        }

        var items = frame.Context.Items.Rent();
        source.Evaluate(frame, items);
        foreach (var item in items)
        {
            Navigate(frame, item, into);
        }

        frame.Context.Items.Return(items);
    }

    private void Navigate(in Frame frame, in Item item, List<Item> into)
    {
        if (!item.IsNode)
        {
            return;
        }

        var nodes = frame.Context.Nodes.Rent();
        item.Node.Document.AppendChildren(item.Node.Handle, name, nodes);
        foreach (var node in nodes)
        {
            if (keepCleared || node.State != NodeState.Cleared)
            {
                into.Add(new Item(node));
            }
        }

        frame.Context.Nodes.Return(nodes);
    }
}
