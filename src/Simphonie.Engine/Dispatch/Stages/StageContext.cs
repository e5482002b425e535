using System.Buffers;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Policies;
using Simphonie.Engine.Processes;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>What the steps of one running stage see and add to. Lives for one run on one thread.</summary>
internal sealed class StageContext(StageEnvironment environment, StageInput input) : IDisposable
{
    private readonly HandlingIdentity _identity = HandlingIdentity.Of(environment.Journal, input.Message, input.Handling, input.Plan.Route);
    private readonly List<Core.Messages.PayloadLease> _leases = [];
    private EvaluationContext? _evaluation;

    public StageEnvironment Environment => environment;

    public StageInput Input => input;

    public Route Route => input.Plan.Route;

    /// <summary>The stage's own set: running it again begins with what it was given.</summary>
    public DocumentSet Documents { get; } = new(input.Documents);

    /// <summary>Findings of the step that is running.</summary>
    public DiagnosticBag Findings { get; private set; } = new();

    /// <summary>Name of the step that is running.</summary>
    public string StepName { get; private set; } = "";

    public List<MadeDocument> Made { get; } = [];

    public List<FrozenSend> Deliveries { get; } = [];

    public List<WorkItemRecord> WorkItems { get; } = [];

    public List<LedgerEntry> Remembered { get; } = [];

    public List<MadePart> Parts { get; } = [];

    public List<ProcessEvent> Raised { get; } = [];

    public List<LotAddition> Lots { get; } = [];

    public List<ReturnRecord> Returns { get; } = [];

    public List<CarriedFile> Carried { get; } = [];

    public GroupJoin? Group { get; set; }

    public CountRequest? Count { get; set; }

    public DateOnly BusinessDate => input.Handling.BusinessDate ?? ParisDate.Of(input.Handling.Now);

    public void Begin(string step)
    {
        StepName = step;
        Findings = new();
    }

    public string Derive(string name) => _identity.Derive(name);

    /// <summary>What <c>id('name')</c> gives.</summary>
    public string Identify(string name) => _identity.DeriveUuid(name);

    /// <summary>The context to evaluate an expression of the route in, over the original message unless told otherwise.</summary>
    public EvaluationContext Evaluation(Document? focus = null)
    {
        if (_evaluation is null)
        {
            _evaluation = new() { Now = input.Handling.Now, Id = Identify, Ledger = ReadLedger, CaseState = input.Ledger.State, Pseudonym = environment.Pseudonym };
            SiteVariables.Set(_evaluation, environment.Hub, input.Message);
            _evaluation.Variables["hub"] = [new Item(Value.Of(environment.Hub))];
            _evaluation.Variables["establishment"] = [new Item(Value.Of(input.Message.Establishment))];

            // A document that no step has made reads as empty.
            foreach (var name in input.Plan.DocumentNames)
            {
                _evaluation.Variables[name] = [];
            }

            foreach (var (name, document) in Documents)
            {
                _evaluation.Variables[name] = [new Item(document.Root)];
            }
        }

        _evaluation.Focus = (focus ?? Documents["message"]).Root;
        _evaluation.Findings = Findings;
        return _evaluation;
    }

    /// <summary>Reads the ledger under the stand-in of the key.</summary>
    public string? ReadLedger(string kind, string key) => input.Ledger.Read(kind, environment.Pseudonym(key));

    /// <summary>Makes a document known to the steps that follow and keeps it with the stage.</summary>
    public void Add(string name, Document document, string? schema) => Add(new(name, document.Format, schema, document, Write(document)), document);

    public void Add(MadeDocument made, Document document)
    {
        Made.RemoveAll(earlier => string.Equals(earlier.Name, made.Name, StringComparison.Ordinal));
        Made.Add(made);
        Documents.Add(made.Name, document);
        _evaluation?.Variables[made.Name] = [new Item(document.Root)];
    }

    /// <summary>Runs a mapping with the focus it is to read; its findings become those of the step.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="source">The document that it reads.</param>
    /// <param name="documents">What it may read beside; null: all documents of the handling.</param>
    /// <param name="item">One of several nodes of the document that it is run over, with its position: identifiers are its own.</param>
    public MappingResult Map(Mapping mapping, Document source, IReadOnlyDictionary<string, Document>? documents = null, (Node Node, int Position)? item = null)
    {
        var result = mapping.Run(new()
        {
            Source = source,
            Focus = item?.Node,
            Documents = documents ?? Documents,
            Now = input.Handling.Now,
            World = input.Message.World,
            BusinessDate = BusinessDate,
            Id = item is { Position: var position } ? name => Identify($"{name}/{position}") : Identify,
            Hub = environment.Hub,
            Establishment = input.Message.Establishment,
            Ledger = ReadLedger,
        });
        Findings.AddRange(result.Findings);
        return result;
    }

    public byte[] Write(Document document)
    {
        var writer = new ArrayBufferWriter<byte>();
        environment.Formats[document.Format].Write(document, writer);
        return writer.WrittenSpan.ToArray();
    }

    public ISchema? Schema(string? reference) =>
        reference is not null && input.Schemas.TryResolve(reference, BusinessDate, out var schema) ? schema : null;

    /// <summary>Freezes what is to leave; the ordinal within the stage is part of its identity.</summary>
    public Diagnostic? Freeze(string endpoint, string kind, ReadOnlyMemory<byte> body)
    {
        if (!environment.Endpoints.TryGetValue(endpoint, out var target))
        {
            return Diagnostic.Of(DispatchCodes.EndpointUnknown, Place.Whole, $"No endpoint is called {endpoint}.");
        }

        var identity = Derive($"delivery/{input.Handling.Stage}/{Deliveries.Count}");
        var frozen = target.Freeze(new FreezeRequest(identity, body, input.Handling.Now));
        if (frozen.Refusal is { } refusal)
        {
            return refusal;
        }

        Deliveries.Add(new(endpoint, kind, frozen));
        return null;
    }

    /// <summary>The bytes of a payload, held until the context is disposed.</summary>
    public ReadOnlyMemory<byte> Lease(Core.Messages.Payload payload)
    {
        var lease = payload.Lease();
        _leases.Add(lease);
        return lease.Memory;
    }

    public void Dispose()
    {
        foreach (var lease in _leases)
        {
            lease.Dispose();
        }
    }

    public WorkItemRecord WorkItem(DiagnosticCode code, string what, string why) => new()
    {
        Establishment = input.Message.Establishment,
        Code = code.Id,
        What = what,
        Why = why,
        Message = input.Message.Id,
        Handling = input.Handling.Id,
        OpenedAt = environment.Time.GetUtcNow(),
        Identity = Derive("work/" + StepName),
    };
}
