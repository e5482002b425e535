using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Processes.Reading;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Testing;
using Simphonie.Definitions.Testing.Processes;

namespace Simphonie.Definitions.Reference;

/// <summary>The JSON schemas under <c>schemas/definitions</c>, written from the same declarations that parse and lint.</summary>
public static class EditorSchemas
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File name and content of every schema.</summary>
    public static IReadOnlyDictionary<string, string> All(IReadOnlyList<IChannelKind> kinds) => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["hub.schema.json"] = Text("hub.yaml of Simphonie Hub", Hub(kinds)),
        ["mapping.schema.json"] = Text("Mapping of Simphonie Hub", Mapping()),
        ["parameters.schema.json"] = Text("Parameters of processes of Simphonie Hub", FieldSchema.Object(ProcessFields.Profile)),
        ["process.schema.json"] = Text("Process of Simphonie Hub", Process()),
        ["process-test.schema.json"] = Text("Tests of processes of Simphonie Hub", FieldSchema.Object(ProcessTestFields.File)),
        ["route.schema.json"] = Text("Route of Simphonie Hub", Route()),
        ["test.schema.json"] = Text("Tests of definitions of Simphonie Hub", FieldSchema.Object(TestFields.File)),
    };

    /// <summary>Names of states, events and instants are open; what stands behind them is described. Beside <c>send</c> any key is a value of the message.</summary>
    private static JsonObject Process()
    {
        var transition = FieldSchema.Object(ProcessFields.Transition);
        transition["additionalProperties"] = true;
        var happenings = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(transition, new JsonObject { ["type"] = "string" }) } } };
        var actions = FieldSchema.Object(ProcessFields.Actions);
        actions["additionalProperties"] = true;
        var state = FieldSchema.Object(ProcessFields.State);
        state["additionalProperties"] = true;
        var properties = state["properties"]!.AsObject();
        foreach (var name in (string[])["on", "at"])
        {
            var description = properties[name]!["description"]!.DeepClone();
            properties[name] = happenings.DeepClone();
            properties[name]!["description"] = description;
        }

        properties["enter"] = new JsonObject { ["anyOf"] = new JsonArray(actions, new JsonObject { ["type"] = "array", ["items"] = actions.DeepClone() }) };
        var schema = FieldSchema.Object(ProcessFields.All);
        schema["properties"]!["states"] = new JsonObject { ["type"] = "object", ["description"] = "The states, by name.", ["additionalProperties"] = state };
        return schema;
    }

    private static JsonObject Route()
    {
        var step = new JsonObject { ["$ref"] = "#/$defs/step" };
        var nested = new Dictionary<string, JsonObject>(StringComparer.Ordinal) { ["steps"] = step };
        var schema = FieldSchema.Object(RouteFields.All, nested);
        schema["$defs"] = new JsonObject
        {
            ["step"] = new JsonObject { ["oneOf"] = new JsonArray([.. StepKinds.All.Select(k => Step(k, nested))]) },
        };
        return schema;
    }

    private static JsonNode Step(IStepKind kind, IReadOnlyDictionary<string, JsonObject> nested)
    {
        var schema = FieldSchema.Object(StepReader.FieldsOf(kind), nested);
        schema["title"] = kind.Name;
        schema["description"] = kind.Description;
        return schema;
    }

    /// <summary>Rules of a mapping are paths of the output with expressions: their keys are open, those with a meaning of their own are described.</summary>
    private static JsonObject Mapping()
    {
        var rule = new JsonObject { ["$ref"] = "#/$defs/rule" };
        var nested = new[] { "make", "set", "by", "insert", "rules" }.ToDictionary(k => k, _ => rule, StringComparer.Ordinal);
        var schema = FieldSchema.Object(MappingFields.Head, nested);
        var rules = FieldSchema.Object(MappingFields.Rule, nested);
        rules["additionalProperties"] = true;
        schema["$defs"] = new JsonObject { ["rule"] = rules };
        return schema;
    }

    private static JsonObject Hub(IReadOnlyList<IChannelKind> kinds)
    {
        var schema = FieldSchema.Object(HubFields.All);
        var properties = schema["properties"]!.AsObject();
        properties["inbound"] = Channels(kinds, ChannelFields.Inbound, k => k.InboundFields, "Ways in, by name.");
        properties["endpoints"] = Channels(kinds, ChannelFields.Endpoint, k => k.EndpointFields, "Ways out, by name.");
        return schema;
    }

    private static JsonObject Channels(IReadOnlyList<IChannelKind> kinds, IReadOnlyList<FieldDeclaration> shared, Func<IChannelKind, IReadOnlyList<FieldDeclaration>> own, string description)
    {
        var some = kinds.Where(k => own(k).Count > 0).OrderBy(k => k.Name, StringComparer.Ordinal).ToList();
        var entry = FieldSchema.Object([
            .. shared,
            .. some.Select(k => new FieldDeclaration { Name = k.Name, Kind = FieldKind.Map, Description = k.Description, Fields = own(k) }),
        ]);
        entry["oneOf"] = new JsonArray([.. some.Select(k => (JsonNode)new JsonObject { ["required"] = new JsonArray(k.Name) })]);
        return new() { ["type"] = "object", ["description"] = description, ["additionalProperties"] = entry };
    }

    private static string Text(string title, JsonObject schema)
    {
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in schema)
        {
            whole[key] = value?.DeepClone();
        }

        return whole.ToJsonString(s_indented) + "\n";
    }
}
