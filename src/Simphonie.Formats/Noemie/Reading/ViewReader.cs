using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>Finds the entities of a view.</summary>
internal static class ViewReader
{
    /// <param name="entities">All of the document.</param>
    /// <param name="index">The entity that the view is of, -1 for the return.</param>
    /// <param name="view">Which view.</param>
    /// <param name="document">Whose nodes are appended.</param>
    /// <param name="into">Receives them in the order of the file.</param>
    public static void Append(DocumentEntity[] entities, int index, View view, NoemieDocument document, List<Node> into)
    {
        switch (view.Kind)
        {
            case ViewKind.Behind:
                Behind(entities, index, view, document, into);
                break;
            case ViewKind.RejectionsOfPart:
                OfPart(entities, index, document, into);
                break;
            default:
                One(Above(entities[index].Context, view.Kind), document, into);
                break;
        }
    }

    private static long Above(in EntityContext context, ViewKind kind) => kind switch
    {
        ViewKind.Recipient => context.Recipient,
        ViewKind.Payment => context.Payment,
        ViewKind.Lot => context.Lot,
        ViewKind.Kind => context.Kind,
        _ => context.Invoice,
    };

    private static void One(long found, NoemieDocument document, List<Node> into)
    {
        if (found > 0)
        {
            into.Add(document.NodeOf((int)found - 1));
        }
    }

    private static void Behind(DocumentEntity[] entities, int index, View view, NoemieDocument document, List<Node> into)
    {
        for (var at = index + 1; at < entities.Length && (index < 0 || IsUnder(entities[at].Context, index + 1)); at++)
        {
            if (view.Holds(entities[at].Number))
            {
                into.Add(document.NodeOf(at));
                if (!view.IsMany)
                {
                    return;
                }
            }
        }
    }

    private static bool IsUnder(in EntityContext context, long index) =>
        context.Payment == index || context.Invoice == index || context.OneOff == index;

    /// <summary>A rejection of the AMO part (294, 97 <c>O</c>) may be of both: it is told of a rejected AMC part that has none of its own.</summary>
    private static void OfPart(DocumentEntity[] entities, int index, NoemieDocument document, List<Node> into)
    {
        var invoice = entities[index].Context.Invoice;
        var own = into.Count;
        var shared = new List<Node>();
        for (var at = (int)invoice; invoice > 0 && at < entities.Length && entities[at].Context.Invoice == invoice; at++)
        {
            if (EntityNumber.IsRejection(entities[at].Number))
            {
                var of = RejectedPart.Of(document, at);
                if (of == entities[index].Number || (of == 0 && entities[at].Context.Part == index + 1))
                {
                    into.Add(document.NodeOf(at));
                }
                else if (of == EntityNumber.AmoPart)
                {
                    shared.Add(document.NodeOf(at));
                }
            }
        }

        if (into.Count == own && entities[index].Number == EntityNumber.AmcPart && RejectedPart.IsRejected(document, index))
        {
            into.AddRange(shared);
        }
    }
}
