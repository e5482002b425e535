using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>A compiled route: which messages, which steps, where to, what on failure. Immutable.</summary>
public sealed record Route
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required DateOnly Effective { get; init; }

    public string? Description { get; init; }

    public required Place Place { get; init; }

    /// <summary>Inbound channels it listens to.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Null: every message.</summary>
    public Expression? When { get; init; }

    /// <summary>Unit of order; null: the message is its own key.</summary>
    public Expression? Key { get; init; }

    /// <summary>Null: the default of the message type.</summary>
    public Expression? BusinessDate { get; init; }

    /// <summary>
    /// Patients and dossiers that this route speaks of (<c>subject:</c>), as ledger keys. Before any delivery the engine looks whether one of them
    /// was cancelled (the delivery is dropped) or moved since (a work item, nothing is sent).
    /// </summary>
    public Expression? Subjects { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public required RetryPolicy Retry { get; init; }

    public TimeSpan? Expires { get; init; }

    /// <summary>True (<c>on_dead: hold</c>): a dead letter holds its key until a human decides.</summary>
    public bool HoldOnDead { get; init; } = true;

    /// <summary>Name of the document that answers an interactive caller (<c>answer:</c>); null: not interactive.</summary>
    public string? Answer { get; init; }

    /// <summary>How long an interactive caller waits unless it says otherwise.</summary>
    public TimeSpan? AnswerWithin { get; init; }
}

/// <summary>Attempts and waits of deliveries: wait = first × factor^(n−1), jittered, at most <paramref name="MaxWait"/>.</summary>
public sealed record RetryPolicy(int Attempts, TimeSpan FirstWait, double Factor, TimeSpan MaxWait)
{
    public static RetryPolicy Default { get; } = new(8, TimeSpan.FromSeconds(2), 2, TimeSpan.FromHours(1));
}

/// <summary>One step of a route. A route is cut into stages after every <see cref="Call"/>, endpoint <see cref="Enrich"/> and <see cref="Aggregate"/>.</summary>
public abstract record Step(Place Place)
{
    /// <summary>Only when true; null: always. Every kind of step takes <c>if:</c>.</summary>
    public Expression? If { get; init; }

    /// <summary>Checks a document (null: the message) against a schema; <paramref name="OnError"/> is <c>fail</c> (dead letter), <c>continue</c> or <c>drop</c>.</summary>
    public sealed record Validate(string Schema, string? Document, string OnError, Place Place) : Step(Place);

    /// <summary>Makes a document. A mapping that makes nothing and reports no error leaves the document empty.</summary>
    public sealed record Map(Mapping Mapping, string As, Place Place) : Step(Place)
    {
        /// <summary>Name of the document that is the mapping's focus.</summary>
        public string Source { get; init; } = "message";

        /// <summary>When the mapping ends with errors: <c>fail</c> (dead letter), <c>continue</c> (the document is not made and reads as empty) or <c>drop</c>.</summary>
        public string OnError { get; init; } = "fail";
    }

    /// <summary>Goes on only when true, else the handling ends as dropped.</summary>
    public sealed record Filter(Expression Condition, string? Reason, Place Place) : Step(Place);

    /// <summary>The first case whose condition is true (null: otherwise) runs its steps.</summary>
    public sealed record Choose(IReadOnlyList<ChooseCase> Cases, Place Place) : Step(Place);

    /// <summary>One part message per item; each part is appended to the journal and goes its own way from channel <paramref name="To"/>.</summary>
    public sealed record Split(Expression Each, Mapping? Mapping, string To, Place Place) : Step(Place)
    {
        /// <summary>Name of the document that <see cref="Each"/> is evaluated over.</summary>
        public string Source { get; init; } = "message";
    }

    public sealed record Aggregate(Expression By, int? Count, TimeSpan Within, string As, Place Place) : Step(Place);

    /// <summary>Looks up <paramref name="Key"/> in a table, the ledger or an endpoint and names what is found.</summary>
    public sealed record Enrich(string Source, string SourceName, Expression Key, Mapping? Request, Mapping? Response, string As, Place Place) : Step(Place);

    public sealed record Call(string Endpoint, Mapping? Request, string? RequestDocument, Mapping? Response, string As, TimeSpan Timeout, Place Place) : Step(Place)
    {
        /// <summary>Name of the document that is the focus of <see cref="Request"/>.</summary>
        public string Source { get; init; } = "message";
    }

    /// <summary>Delivers a document; when its mapping made nothing and reported no error, nothing is sent.</summary>
    public sealed record Send(string Endpoint, Mapping? Mapping, string? Document, Place Place) : Step(Place)
    {
        /// <summary>Name of the document that is the focus of <see cref="Mapping"/>.</summary>
        public string Source { get; init; } = "message";

        /// <summary>One message for each item of the source, which <see cref="Mapping"/> then starts from; null: one message.</summary>
        public Expression? Each { get; init; }

        /// <summary>True: nothing is sent where the site has no such endpoint.</summary>
        public bool Optional { get; init; }
    }

    /// <summary>Puts an entry into the ledger (identities, cancellations, last answers).</summary>
    public sealed record Remember(string Kind, Expression Key, Expression? Value, Place Place) : Step(Place)
    {
        /// <summary>One entry for each item, which is then the focus of <see cref="Key"/> and <see cref="Value"/>; null: one entry, over the message.</summary>
        public Expression? Each { get; init; }
    }

    /// <summary>Opens a task for a human; with <paramref name="Stop"/> the handling ends there as dropped.</summary>
    public sealed record WorkItem(string What, string Why, bool Stop, Place Place) : Step(Place);

    /// <summary>Raises an event to a case of a process.</summary>
    public sealed record Raise(string Event, string Process, Place Place) : Step(Place)
    {
        /// <summary>Key of the case; null: the process computes it from the values.</summary>
        public Expression? Case { get; init; }

        /// <summary>One event for each item, which is then the focus of all else; null: one event, over the document.</summary>
        public Expression? Each { get; init; }

        /// <summary>Identity of its cause; null: the sender's own identity of the message, with the route and the place in it.</summary>
        public Expression? Identity { get; init; }

        /// <summary>When it happened; null: the recorded time of the handling.</summary>
        public Expression? At { get; init; }

        public IReadOnlyList<NamedExpression> Values { get; init; } = [];

        /// <summary>Name of the document that is read.</summary>
        public string Source { get; init; } = "message";
    }

    /// <summary>Names values for later steps, each one text or nothing. <paramref name="Source"/> is the document that they are read from.</summary>
    public sealed record Let(string Source, IReadOnlyList<NamedExpression> Values, Place Place) : Step(Place);

    /// <summary>
    /// Looks up of which kind an invoice is. <paramref name="As"/> is then the name of the kind, or <see cref="OtherwisePaid"/>; nothing where the table has no row.
    /// </summary>
    public sealed record Classify(string Kinds, Expression Acts, string As, Place Place) : Step(Place)
    {
        /// <summary>What an invoice is that does not go to its caisse by itself.</summary>
        public const string OtherwisePaid = "otherwise";

        public Expression? Covers { get; init; }

        public Expression? Sites { get; init; }

        /// <summary>Day of the care; null: the business date.</summary>
        public Expression? At { get; init; }

        /// <summary>Name of the document that is read.</summary>
        public string Source { get; init; } = "message";
    }

    /// <summary>Holds a document to rules; those that do not hold are work items. <paramref name="As"/> null: a document that is refused ends the handling.</summary>
    public sealed record Control(string Source, IReadOnlyList<ControlRule> Rules, string? As, Place Place) : Step(Place)
    {
        /// <summary>Schema that the document must keep too; null for none.</summary>
        public string? Schema { get; init; }

        /// <summary>What to correct when it does not.</summary>
        public string SchemaWhat { get; init; } = "";
    }

    /// <summary>Carries the lots of a file that came made and numbered. <paramref name="File"/> is the file's id.</summary>
    public sealed record Carry(string Document, string Kind, Expression File, Place Place) : Step(Place);

    /// <summary>Puts an invoice into the open lot of its group. <paramref name="Recipient"/> null: the one that the site's directory says.</summary>
    public sealed record Lot(string Document, string? Kind, Expression? Recipient, Place Place) : Step(Place)
    {
        /// <summary>Gives the kind where <see cref="Kind"/> is null.</summary>
        public Expression? KindOf { get; init; }
    }

    /// <summary>
    /// Verifies the message as a return of payers and has its items brought to cases of <paramref name="Process"/>. A copy, and one that does not add up, ends the handling.
    /// </summary>
    /// <param name="Format">Format that knows the returns (<c>noemie</c>): the message's own.</param>
    /// <param name="Process">Process whose cases are parts of invoices.</param>
    /// <param name="Reasons">List of reasons of rejection; null for none.</param>
    /// <param name="Place">Where it is written.</param>
    public sealed record Reconcile(string Format, string Process, string? Reasons, Place Place) : Step(Place);

    /// <summary>Counts for a key and, over <paramref name="Max"/> within <paramref name="Per"/>, opens a work item and ends the handling.</summary>
    public sealed record Limit(Expression Key, int Max, TimeSpan Per, string What, Place Place) : Step(Place);
}

/// <summary>A rule of a <see cref="Step.Control"/>: <paramref name="Require"/> must be true where <paramref name="If"/> is.</summary>
public sealed record ControlRule(string Name, Expression? If, Expression Require, string What);

/// <summary>A case of a <see cref="Step.Choose"/>.</summary>
public sealed record ChooseCase(Expression? Condition, IReadOnlyList<Step> Steps);
