namespace Simphonie.Journal.Sql;

/// <summary>
/// What retention may take. Handling states: 5 released, 6 done. Delivery states: 0 pending, 1 sending, 3 rejected, 4 dead, 5 unknown:
/// a delivery without an outcome always pins, a failed one as long as its handling was neither discarded nor expired; where a caller waited for it, it was told.
/// </summary>
internal static class RetentionSql
{
    public const string Handlings =
        """
        select h.id as Id, h.ended_at as EndedAt from handlings h
        where h.ended_at is not null and h.reduced = 0 and h.ended_at < @keepSince and (h.ended_at > @endedAfter or (h.ended_at = @endedAfter and h.id > @after))
            and not exists (select 1 from deliveries d where d.handling = h.id
                and (d.state in (0, 1) or (d.state in (3, 4, 5) and h.state in (5, 6) and h.interactive = 0)))
            and not exists (select 1 from work_items w where w.handling = h.id and w.done_at is null)
            and not exists (select 1 from work_items w where w.message = h.message and w.done_at is null)
            and not exists (select 1 from case_events e join cases c on c.id = e.case_id where e.message = h.message and c.ended_at is null)
            and not exists (select 1 from case_messages s join cases c on c.id = s.case_id where s.message = h.message and c.ended_at is null)
        order by h.ended_at, h.id limit @limit
        """;

    public const string PayloadsOfHandlings =
        """
        select payload from documents where handling in @handlings
        union all select body from deliveries where handling in @handlings and body is not null
        union all select answer from deliveries where handling in @handlings and answer is not null
        """;

    public const string RemoveDocuments = "delete from documents where handling in @handlings";

    public const string RemoveSteps = "update stages set steps = null where handling in @handlings";

    public const string ForgetBodies = "update deliveries set body = null, answer = null where handling in @handlings";

    public const string MarkReduced = "update handlings set reduced = 1 where id in @handlings";

    /// <summary>Messages whose handlings are all reduced, or that never had one; 0: not sequenced yet.</summary>
    public const string Messages =
        """
        select m.id as Id, m.payload as Payload from messages m
        where m.id > @after and m.payload is not null and m.received_at < @keepSince and m.state <> 0
            and not exists (select 1 from handlings h where h.message = m.id and h.reduced = 0)
            and not exists (select 1 from work_items w where w.message = m.id and w.done_at is null)
            and not exists (select 1 from case_events e join cases c on c.id = e.case_id where e.message = m.id and c.ended_at is null)
            and not exists (select 1 from case_messages s join cases c on c.id = s.case_id where s.message = m.id and c.ended_at is null)
        order by m.id limit @limit
        """;

    public const string ForgetPayloads = "update messages set payload = null where id in @messages";

    public const string ContentOf = "select content from payloads where id in @payloads and content is not null";

    public const string RemovePayloads = "delete from payloads where id in @payloads";

    /// <summary>Records of invoices whose lot has ended: the message of the lot has gone as well, or goes now.</summary>
    public const string ForgetRecords =
        """
        update lot_invoices set bytes = null where id in (
            select i.id from lots l join lot_invoices i on i.lot = l.id
            where l.state > 4 and l.changed_at < @keepSince and i.bytes is not null limit @limit)
        """;

    /// <summary>The ledger's own term: each statement removes a small piece.</summary>
    public static readonly string[] Ledger =
    [
        "delete from duplicates where (establishment, key) in (select establishment, key from duplicates where at < @ledgerSince limit @limit)",
        "delete from ledger where (establishment, world, kind, key) in (select establishment, world, kind, key from ledger where at < @ledgerSince limit @limit)",
        "delete from lot_invoices where id in (select i.id from lots l join lot_invoices i on i.lot = l.id where l.state > 4 and l.changed_at < @ledgerSince limit @limit)",
        "delete from lots where id in (select id from lots where state > 4 and changed_at < @ledgerSince and not exists (select 1 from lot_invoices i where i.lot = lots.id) limit @limit)",
        "delete from lot_files where (establishment, world, recipient, file_id) in (select establishment, world, recipient, file_id from lot_files where at < @ledgerSince limit @limit)",
        "delete from return_money where id in (select m.id from returns r join return_money m on m.return = r.id where r.status > 0 and r.parked = 0 and r.changed_at < @ledgerSince limit @limit)",
        "delete from return_rejections where (return, ordinal, at_part) in (select j.return, j.ordinal, j.at_part from returns r join return_rejections j on j.return = r.id where r.status > 0 and r.parked = 0 and r.changed_at < @ledgerSince limit @limit)",
        "delete from return_parked where id in (select p.id from returns r join return_parked p on p.return = r.id where r.status > 0 and r.parked = 0 and r.changed_at < @ledgerSince limit @limit)",
        """
        delete from returns where id in (select id from returns r where status > 0 and parked = 0 and changed_at < @ledgerSince
            and not exists (select 1 from return_money where return = r.id) and not exists (select 1 from return_rejections where return = r.id)
            and not exists (select 1 from return_parked where return = r.id) limit @limit)
        """,
        "delete from counts where id in (select id from counts where at < @ledgerSince limit @limit)",
        "delete from commands where id in (select id from commands where at < @ledgerSince limit @limit)",
        "delete from cases where id in (select id from cases where ended_at < @ledgerSince order by ended_at limit @limit)",
        "delete from tickets where ticket in (select ticket from tickets where at < @ledgerSince limit @limit)",
    ];
}
