using System.Globalization;
using Simphonie.Core.Journal;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A row of handlings.</summary>
internal sealed class HandlingRow
{
    public const string Columns =
        """
        h.id as Id, h.message as Message, h.establishment as Establishment, h.route as Route, h.route_version as RouteVersion,
        h.revision as Revision, h.key as Key, h.lane as Lane, h.state as State, h.stage as Stage, h.version as Version, h.now as Now,
        h.business_date as BusinessDate, h.expires_at as ExpiresAt, h.ended_at as EndedAt, h.cause_code as CauseCode,
        h.cause_place as CausePlace, h.cause_text as CauseText, h.replay_of as ReplayOf, h.subjects as Subjects
        """;

    public long Id { get; set; }

    public long Message { get; set; }

    public string Establishment { get; set; } = "";

    public string Route { get; set; } = "";

    public int RouteVersion { get; set; }

    public string Revision { get; set; } = "";

    public string Key { get; set; } = "";

    public int Lane { get; set; }

    public long State { get; set; }

    public int Stage { get; set; }

    public int Version { get; set; }

    public long Now { get; set; }

    public string? BusinessDate { get; set; }

    public long? ExpiresAt { get; set; }

    public long? EndedAt { get; set; }

    public string? CauseCode { get; set; }

    public string? CausePlace { get; set; }

    public string? CauseText { get; set; }

    public long? ReplayOf { get; set; }

    public string? Subjects { get; set; }

    public HandlingRecord Record() => new()
    {
        Id = Id,
        Message = Message,
        Establishment = Establishment,
        Route = Route,
        RouteVersion = RouteVersion,
        Revision = Revision,
        Key = Key,
        Lane = Lane,
        State = (HandlingState)State,
        Stage = Stage,
        Version = Version,
        Now = SqlSource.Time(Now),
        BusinessDate = BusinessDate is null ? null : DateOnly.ParseExact(BusinessDate, "O", CultureInfo.InvariantCulture),
        ExpiresAt = SqlSource.Time(ExpiresAt),
        EndedAt = SqlSource.Time(EndedAt),
        CauseCode = CauseCode,
        CausePlace = CausePlace,
        CauseText = CauseText,
        ReplayOf = ReplayOf,
        Subjects = FindingText.Texts(Subjects),
    };
}
