using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A row of cases.</summary>
internal sealed class CaseRow
{
    public const string Columns =
        """
        c.id as Id, c.establishment as Establishment, c.world as World, c.process as Process, c.key as Key, c.definition as Definition, c.state as State, c.entered_at as EnteredAt,
            c.holds as Holds, c.fired as Fired, c.next_at as NextAt, c.alert as Alert, c.opened_at as OpenedAt, c.updated_at as UpdatedAt, c.ended_at as EndedAt,
            c.revision as Revision, c.events as Events
        """;

    public long Id { get; set; }

    public string Establishment { get; set; } = "";

    public long World { get; set; }

    public string Process { get; set; } = "";

    public string Key { get; set; } = "";

    public long Definition { get; set; }

    public string State { get; set; } = "";

    public long EnteredAt { get; set; }

    public string Holds { get; set; } = "";

    public string? Fired { get; set; }

    public long? NextAt { get; set; }

    public string? Alert { get; set; }

    public long OpenedAt { get; set; }

    public long UpdatedAt { get; set; }

    public long? EndedAt { get; set; }

    public long Revision { get; set; }

    public long Events { get; set; }

    public CaseRecord Record() => new()
    {
        Id = Id,
        Establishment = Establishment,
        World = (World)World,
        Process = Process,
        Key = Key,
        Definition = Definition,
        State = State,
        EnteredAt = SqlSource.Time(EnteredAt),
        Holds = Holds,
        Fired = Fired,
        NextAt = SqlSource.Time(NextAt),
        Alert = Alert,
        OpenedAt = SqlSource.Time(OpenedAt),
        UpdatedAt = SqlSource.Time(UpdatedAt),
        EndedAt = SqlSource.Time(EndedAt),
        Revision = (int)Revision,
        Events = (int)Events,
    };
}

/// <summary>What there is of a case that was looked for; its columns are empty when there is none.</summary>
internal sealed class CaseAnswerRow
{
    public const string Columns =
        """
        c.id as Id, c.definition as Definition, c.state as State, c.entered_at as EnteredAt, c.holds as Holds, c.fired as Fired, c.next_at as NextAt, c.alert as Alert,
            c.opened_at as OpenedAt, c.updated_at as UpdatedAt, c.ended_at as EndedAt, c.revision as Revision, c.events as Events, e.ordinal as Known
        """;

    public long? Id { get; set; }

    public long? Definition { get; set; }

    public string? State { get; set; }

    public long? EnteredAt { get; set; }

    public string? Holds { get; set; }

    public string? Fired { get; set; }

    public long? NextAt { get; set; }

    public string? Alert { get; set; }

    public long? OpenedAt { get; set; }

    public long? UpdatedAt { get; set; }

    public long? EndedAt { get; set; }

    public long? Revision { get; set; }

    public long? Events { get; set; }

    public long? Known { get; set; }

    public CaseAnswer Answer(string establishment, World world, string process, string key) => Id is not { } id ? default : new(
        new()
        {
            Id = id,
            Establishment = establishment,
            World = world,
            Process = process,
            Key = key,
            Definition = Definition!.Value,
            State = State!,
            EnteredAt = SqlSource.Time(EnteredAt!.Value),
            Holds = Holds!,
            Fired = Fired,
            NextAt = SqlSource.Time(NextAt),
            Alert = Alert,
            OpenedAt = SqlSource.Time(OpenedAt!.Value),
            UpdatedAt = SqlSource.Time(UpdatedAt!.Value),
            EndedAt = SqlSource.Time(EndedAt),
            Revision = (int)Revision!.Value,
            Events = (int)Events!.Value,
        },
        Known is not null);
}
