using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>What step kinds build with: the names they may use, the documents made so far, and where findings go. One per route.</summary>
internal sealed class StepBuilder
{
    private readonly RouteScope _scope;
    private readonly Dictionary<string, DocumentShape> _documents = new(StringComparer.Ordinal);
    private readonly List<string> _order = ["message"];

    public StepBuilder(RouteScope scope, DocumentShape message, DiagnosticBag findings)
    {
        _scope = scope;
        Message = message;
        Findings = findings;
        _documents["message"] = message;
    }

    public DiagnosticBag Findings { get; }

    public DocumentShape Message { get; }

    public RouteScope Scope => _scope;

    /// <summary>Documents that exist at this point, by name.</summary>
    public IReadOnlyDictionary<string, DocumentShape> Documents => _documents;

    public Expression? Expression(Setting.Map step, string field) =>
        step.Scalar(field) is { } text ? _scope.Expressions.Compile(text, Message, _documents, Findings) : null;

    /// <summary>Resolves a mapping and checks that the documents it reads are there.</summary>
    public Mapping? Mapping(Setting.Map step, string field)
    {
        if (step.Scalar(field) is not { } reference || _scope.Mappings.Resolve(reference, Findings) is not { } mapping)
        {
            return null;
        }

        foreach (var name in mapping.Reads.Where(n => !_documents.ContainsKey(n)))
        {
            Findings.Add(RouteCodes.UnknownDocument, reference.Place, $"mapping '{mapping.Name}' reads %{name}, which no earlier step makes{Suggestion.For(name, _documents.Keys)}");
        }

        return mapping;
    }

    /// <summary>
    /// The document that a mapping starts from: the one that is named, else the one made last that has the mapping's format and type, else the message.
    /// </summary>
    public string Source(Mapping mapping, Setting.Scalar? named, Place place)
    {
        var wanted = DocumentShape.Of(mapping.From, _scope.Schemas);
        if (named is not null)
        {
            CheckDocument(named);
            CheckFormat(_documents.GetValueOrDefault(named.Text, DocumentShape.Unknown), wanted, mapping, named.Place);
            return named.Text;
        }

        for (var i = _order.Count - 1; i >= 0; i--)
        {
            var shape = _documents[_order[i]];
            if (shape.Format == wanted.Format && (shape.Type is null || wanted.Type is null || shape.Type == wanted.Type))
            {
                return _order[i];
            }
        }

        CheckFormat(Message, wanted, mapping, place);
        return "message";
    }

    public bool CheckDocument(Setting.Scalar name)
    {
        if (_documents.ContainsKey(name.Text))
        {
            return true;
        }

        Findings.Add(RouteCodes.UnknownDocument, name.Place, $"no earlier step makes a document '{name.Text}'{Suggestion.For(name.Text, _documents.Keys)}");
        return false;
    }

    /// <summary>Adds a document that a step makes, under the name that its field <c>as</c> says.</summary>
    public void Make(Setting.Scalar? name, DocumentShape shape)
    {
        if (name is null)
        {
            return;
        }

        if (!name.Text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(name.Text[0]))
        {
            Findings.Add(RouteCodes.BadDocumentName, name.Place, "the name of a document has letters, digits and '_', and does not begin with a digit.");
        }
        else if (!_documents.TryAdd(name.Text, shape))
        {
            Findings.Add(RouteCodes.DocumentTwice, name.Place, name.Text == "message" ? "'message' is always the original." : $"an earlier step makes '{name.Text}' already.");
        }
        else
        {
            _order.Add(name.Text);
        }
    }

    /// <summary>The endpoint that a field names; null when nothing more is known of it.</summary>
    /// <param name="name">The name as it is written.</param>
    /// <param name="optional">True where a site may lack it.</param>
    public EndpointShape? Endpoint(Setting.Scalar name, bool optional = false)
    {
        if (_scope.Site is null)
        {
            return null;
        }

        if (_scope.Site.Endpoints.TryGetValue(name.Text, out var shape))
        {
            return shape;
        }

        if (_scope.Site.Strict && !optional)
        {
            Findings.Add(RouteCodes.UnknownEndpoint, name.Place, $"'{name.Text}' is not an endpoint of hub.yaml{Suggestion.For(name.Text, _scope.Site.Endpoints.Keys)}");
        }

        return null;
    }

    /// <summary>
    /// Checks the name of an inbound channel. A name that is nearly one of the site's is an error; any other means that the site has no such channel,
    /// so that a shipped route is not used there: a warning.
    /// </summary>
    public void Channel(Setting.Scalar name)
    {
        if (_scope.Site is not { Strict: true } site || site.Inbound.ContainsKey(name.Text) || _scope.IsOfProcess(name.Text))
        {
            return;
        }

        var near = Suggestion.Nearest(name.Text, [.. site.Inbound.Keys, .. _scope.Processes.Select(static process => process.Channel)]);
        Findings.Add(new(
            RouteCodes.UnknownChannel,
            near is null ? Severity.Warning : Severity.Error,
            near is null ? $"this site has no inbound channel '{name.Text}': nothing comes from it." : $"'{name.Text}' is not an inbound channel of hub.yaml; did you mean '{near}'?",
            name.Place));
    }

    /// <summary>Checks that what leaves has the endpoint's format.</summary>
    public void CheckLeaving(EndpointShape? endpoint, string endpointName, DocumentShape shape, Place place)
    {
        if (endpoint is not null && shape.Format is not null && shape.Format != endpoint.Format)
        {
            Findings.Add(RouteCodes.FormatMismatch, place, $"endpoint '{endpointName}' takes {endpoint.Format}, not {shape.Format}.");
        }
    }

    /// <summary>The latest version of a schema that a step names; null with a finding when there is none.</summary>
    public ISchema? Schema(Setting.Scalar reference)
    {
        if (_scope.Schemas.TryResolve(reference.Text, DateOnly.MaxValue, out var schema))
        {
            return schema;
        }

        var known = _scope.Schemas.All.Select(s => $"{s.Header.Id}@{s.Header.Version}").ToList();
        Findings.Add(RouteCodes.UnknownSchema, reference.Place, $"there is no schema '{reference.Text}'{Suggestion.For(reference.Text, known)}");
        return null;
    }

    /// <summary>Builds a list of steps; those with findings are left out.</summary>
    public IReadOnlyList<Step> Steps(IReadOnlyList<Setting> steps) => [.. steps.Select(s => StepReader.Read(s, this)).OfType<Step>()];

    private void CheckFormat(DocumentShape actual, DocumentShape wanted, Mapping mapping, Place place)
    {
        if (actual.Format is not null && wanted.Format is not null && actual.Format != wanted.Format)
        {
            Findings.Add(RouteCodes.FormatMismatch, place, $"mapping '{mapping.Name}' reads {wanted.Format}, and no document of that format was made before.");
        }
    }
}
