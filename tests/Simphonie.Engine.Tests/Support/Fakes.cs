using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Tests.Support;

/// <summary>An expression as a function over the context.</summary>
public sealed class FakeExpression(Func<EvaluationContext, IEnumerable<Value>> evaluate) : Expression
{
    public override string Text => "fake";

    /// <summary>The text of a field of the original message.</summary>
    public static FakeExpression Field(string name) => new(context =>
    {
        var text = KvFormat.Field(context.Variables["message"][0].Node.Document, name);
        return string.IsNullOrEmpty(text) ? [] : [Value.Of(text)];
    });

    public static FakeExpression Is(string name, string value) => When(document => KvFormat.Field(document, name) == value);

    public static FakeExpression When(Func<Document, bool> condition) => new(context => [Value.Of(condition(context.Variables["message"][0].Node.Document))]);

    public static FakeExpression Fails() => new(context =>
    {
        context.Findings.Add(KvFormat.Broken, Place.InMessage("when"), "The expression cannot be decided.");
        return [];
    });

    public static FakeExpression Throws(string text) => new(_ => throw new InvalidOperationException(text));

    public override void Evaluate(EvaluationContext context, List<Item> into) => into.AddRange(evaluate(context).Select(value => new Item(value)));

    public override bool IsTrue(EvaluationContext context) => evaluate(context).ToList() is [{ Boolean: true }];

    public override string? Text1(EvaluationContext context) => evaluate(context).Select(value => value.Text).FirstOrDefault();
}

/// <summary>A mapping as a function from its input to the text of its output; null makes nothing.</summary>
public sealed class FakeMapping(string name, Func<MappingInput, string?> map, string to = "kv/test") : Mapping
{
    public override string Name => name;

    public override int Version => 1;

    public override DateOnly Effective => new(2020, 1, 1);

    public override string From => "kv/test";

    public override string To => to;

    /// <summary>A mapping that ends in an error at a place.</summary>
    public static FakeMapping Failing(string path) => new("failing", _ => throw new MappingFailure(path));

    public override MappingResult Run(MappingInput input)
    {
        try
        {
            var text = map(input);
            return new() { Output = text is null ? null : KvFormat.Read(text), Findings = [] };
        }
        catch (MappingFailure failure)
        {
            return new() { Findings = [Diagnostic.Of(KvFormat.Missing, Place.InMessage(failure.Path), "The value is missing.")] };
        }
    }
}

public sealed class MappingFailure(string path) : Exception
{
    public string Path => path;
}

/// <summary>Schemas of the tests: any reference under <c>kv/</c>.</summary>
public sealed class FakeSchemas : ISchemaCatalog
{
    public IReadOnlyCollection<ISchema> All => [FakeSchema.Instance];

    public bool TryResolve(string reference, DateOnly businessDate, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ISchema? schema)
    {
        schema = reference.StartsWith("kv/", StringComparison.Ordinal) ? FakeSchema.Instance : null;
        return schema is not null;
    }

    private sealed class FakeSchema : ISchema
    {
        public static readonly FakeSchema Instance = new();

        public SchemaHeader Header { get; } = new("kv/test", "1", new(2020, 1, 1), "test", SchemaStatus.Site);

        public string Format => "kv";

        public string RootType => "message";

        public bool TryGetElement(string type, string name, out SchemaElement element)
        {
            element = default;
            return false;
        }

        public IReadOnlyList<string> ElementNames(string type) => [];

        public bool HasType(string type) => false;
    }
}

/// <summary>Definitions that a test sets; a new set is a new revision.</summary>
public sealed class FakeDefinitions : IDefinitionSource
{
    private readonly Dictionary<string, DefinitionSnapshot> _all = new(StringComparer.Ordinal);

    public FakeDefinitions(params Route[] routes) => Current = Snapshot("r1", routes);

    public FakeDefinitions(IReadOnlyList<ProcessDefinition> processes, params Route[] routes)
    {
        Processes = processes;
        Current = Snapshot("r1", routes);
    }

    /// <summary>Processes of the revisions that are made from now on.</summary>
    public IReadOnlyList<ProcessDefinition> Processes { get; set; } = [];

    public event Action<DefinitionSnapshot>? Changed;

    public DefinitionSnapshot Current { get; private set; }

    public void Swap(string revision, params Route[] routes)
    {
        Current = Snapshot(revision, routes);
        Changed?.Invoke(Current);
    }

    /// <summary>Revisions that this version of the hub cannot bring back.</summary>
    public HashSet<string> Unreadable { get; } = new(StringComparer.Ordinal);

    public DefinitionSnapshot Compile(string revision, ReadOnlyMemory<byte> content) => Unreadable.Contains(revision) ? throw new DefinitionException([]) : _all[revision];

    public DefinitionSnapshot Snapshot(string revision, params Route[] routes) => _all[revision] = new()
    {
        Revision = revision,
        Routes = routes,
        Processes = Processes,
        Mappings = [],
        Schemas = new FakeSchemas(),
        Content = System.Text.Encoding.UTF8.GetBytes(revision),
        RoutesFrom = channel =>
        [
            .. routes.Where(route => route.From.Contains(channel)).GroupBy(route => route.Name)
                .Select(versions => (IReadOnlyList<Route>)[.. versions.OrderByDescending(version => version.Effective)]),
        ],
    };
}
