using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>Code tables and Codings.</summary>
internal static class CodeFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("table", "Each code as the table has it; a code that the table lacks becomes its 'else', or is finding SIM2304 when it has none.", "PID-8.table('sex')", Table, Results.Strings, new FunctionParameter("name", ParameterKind.Table)),
        New("coding", "A Coding of a system and a code (and a display); nothing when there is no code.", "coding('http://terminology.hl7.org/CodeSystem/v3-ActCode', 'PUBLICPOL')", MakeCoding, Results.Unknown,
            new FunctionParameter("system"), new FunctionParameter("code"), new FunctionParameter("display", Optional: true)),
    ];

    public static Item Coding(string system, string code, string? display)
    {
        var builder = new TreeBuilder("coding", "Coding");
        if (system.Length > 0)
        {
            builder.Add(builder.Root, "system", Value.Of(system), "uri");
        }

        builder.Add(builder.Root, "code", Value.Of(code), "code");
        if (display is not null)
        {
            builder.Add(builder.Root, "display", Value.Of(display), "string");
        }

        return new Item(builder.Build().Root);
    }

    private static FunctionDeclaration New(
        string name, string description, string example, FunctionBody body, Func<InferredType, IReadOnlyList<InferredType>, InferredType> result, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Hub, Description = description, Example = example, Body = body, Result = result, Parameters = parameters };

    private static void Table(in Call call, List<Item> into)
    {
        if (!call.TryText(0, out var name))
        {
            return;
        }

        if (!call.Context.Tables.TryGetValue(name, out var table))
        {
            call.Find(FhirPathCodes.UnknownTable, default, $"no code table '{name}'");
            return;
        }

        foreach (var item in call.Input)
        {
            var code = Reading.ValueOf(call.Context, item);
            if (code.IsNone)
            {
                continue;
            }

            if ((table.Codes.TryGetValue(code.Text, out var mapped) ? mapped : table.Else) is { } result)
            {
                into.Add(new Item(Value.Of(result)));
            }
            else
            {
                call.Find(FhirPathCodes.UnknownCode, item, $"the code table '{name}' does not have this code, and no else");
            }
        }
    }

    private static void MakeCoding(in Call call, List<Item> into)
    {
        var hasCode = Singletons.TryOne(call.Frame, call[1], call.Site, out var code);
        var text = hasCode ? Reading.ValueOf(call.Context, code).Text : "";
        if (text.Length > 0)
        {
            into.Add(Coding(call.Argument(0).Text, text, call.Count > 2 && call.TryText(2, out var display) ? display : null));
        }
    }
}
