using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>What only the hub can answer while a mapping or route runs: identifiers, references, the ledger, pseudonyms.</summary>
internal static class MappingFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("id", FunctionSet.Mapping, "An identifier that is the same in every replay: derived from the handling, the rule and the name.", "id('request')", Id, new FunctionParameter("name")) with { Result = Results.String },
        New("reference", FunctionSet.Mapping, "A Reference to what the mapping made under a name: for this same item, else the only one.", "reference(patient)", Reference, new FunctionParameter("name", ParameterKind.Name)),
        New("ledger", FunctionSet.Hub, "What the ledger remembers of a kind under a key; nothing when it does not.", "ledger('last-answer', dossier(PID-18))", Ledger, new FunctionParameter("kind"), new FunctionParameter("key")) with { Result = Results.String },
        New("caseState", FunctionSet.Hub, "The state of the case of a process that has a key; nothing when there is no such case. In the steps of a route.", "caseState('invoice', '750000010/260000001/010100/amo')", CaseState, new FunctionParameter("process"), new FunctionParameter("key")) with { Result = Results.String },
        New("pseudonym", FunctionSet.Hub, "A stand-in for an identity, the same for the same identity, made with the hub's own key.", "pseudonym(PID-3.first().CX-1)", Pseudonym, new FunctionParameter("identity")) with { Result = Results.String },
    ];

    private static FunctionDeclaration New(string name, FunctionSet set, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = set, Description = description, Example = example, Body = body, Parameters = parameters };

    private static void Id(in Call call, List<Item> into)
    {
        if (!call.TryText(0, out var name))
        {
            return;
        }

        if (call.Context.Id is not { } derive)
        {
            call.Find(FrenchCodes.NotOffered, default);
            return;
        }

        into.Add(new Item(Value.Of(derive(name))));
    }

    private static void Reference(in Call call, List<Item> into)
    {
        if (!call.TryText(0, out var name))
        {
            return;
        }

        if (call.Context.Reference is not { } find)
        {
            call.Find(FrenchCodes.NotOffered, default);
            return;
        }

        if (find(name, call.Frame.Anchor) is not { } text)
        {
            call.Find(FrenchCodes.NothingMade, default, $"the mapping made no {name} to refer to");
            return;
        }

        var builder = new TreeBuilder("reference", "Reference");
        builder.Add(builder.Root, "reference", Value.Of(text), "string");
        into.Add(new Item(builder.Build().Root));
    }

    private static void Ledger(in Call call, List<Item> into) => Remembered(call, call.Context.Ledger, into);

    private static void CaseState(in Call call, List<Item> into) => Remembered(call, call.Context.CaseState, into);

    /// <summary>What the hub keeps under a kind or process, the first argument, and a key.</summary>
    private static void Remembered(in Call call, Func<string, string, string?>? read, List<Item> into)
    {
        if (!call.TryText(0, out var kind) || !Singletons.TryOne(call.Frame, call[1], call.Site, out var key))
        {
            return;
        }

        if (read is null)
        {
            call.Find(FrenchCodes.NotOffered, default);
        }
        else if (read(kind, Reading.ValueOf(call.Context, key).Text) is { } value)
        {
            into.Add(new Item(Value.Of(value)));
        }
    }

    private static void Pseudonym(in Call call, List<Item> into)
    {
        if (!Singletons.TryOne(call.Frame, call[0], call.Site, out var identity))
        {
            return;
        }

        if (call.Context.Pseudonym is not { } make)
        {
            call.Find(FrenchCodes.NotOffered, default);
            return;
        }

        into.Add(new Item(Value.Of(make(Reading.ValueOf(call.Context, identity).Text))));
    }
}
