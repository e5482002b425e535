using System.Security.Cryptography;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Journal.Content;
using Simphonie.Journal.Keys;

namespace Simphonie.Journal.Writing;

/// <summary>A message with all that can be computed before the writer sees it: hash of the payload, pseudonyms, text of findings.</summary>
internal sealed class PreparedMessage
{
    private const int MostKept = 16 * 1024;

    private readonly string[] _keyValues;

    /// <param name="message">What is to be kept.</param>
    /// <param name="key">Makes the pseudonyms.</param>
    /// <param name="handOn">Whether the sequencer is handed what was written, whose bytes the caller may use anew after the commit.</param>
    public PreparedMessage(MessageAppend message, HubKey key, bool handOn = false)
    {
        Message = message;
        Payloads.Prepare(message.Payload);
        Kept = !handOn || message.State != MessageState.Received ? null : message.Payload switch
        {
            InlinePayload { Length: <= MostKept } small => new InlinePayload(small.Bytes.ToArray(), small.Hash),
            StoredPayload stored => stored,
            _ => null,
        };
        Findings = FindingText.Write(message.Findings);
        _keyValues = message.Keys.Count == 0 ? [] : new string[message.Keys.Count];
        for (var i = 0; i < _keyValues.Length; i++)
        {
            var businessKey = message.Keys[i];
            _keyValues[i] = businessKey.Identity ? key.Pseudonym(businessKey.Value) : businessKey.Value;
        }
    }

    public MessageAppend Message { get; }

    /// <summary>The payload for as long as it waits in memory; null for one that is not handed on.</summary>
    public Payload? Kept { get; }

    public string? Findings { get; }

    /// <summary>Made only when it is needed: a conflict is rare.</summary>
    public string? ConflictFindings => Message.ConflictFinding is { } finding ? FindingText.Write([.. Message.Findings, finding]) : Findings;

    public ReadOnlySpan<string> KeyValues => _keyValues;

    /// <summary>What the journal would read of it under this id, before it is sequenced.</summary>
    public MessageRecord Record(long id) => new()
    {
        Id = id,
        Establishment = Message.Establishment,
        Channel = Message.Channel,
        Format = Message.Format,
        Schema = Message.Schema,
        World = Message.World,
        ReceivedAt = Message.ReceivedAt.ToUniversalTime(),
        State = Message.State,
        Revision = Message.Revision,
        Type = Message.Type,
        ControlId = Message.ControlId,
        DuplicateKey = Message.DuplicateKey,
        Correlation = Message.Correlation,
        Acknowledgement = Message.Acknowledgement,
        Origin = Message.Origin,
        OriginKind = Message.OriginKind,
        Findings = Message.Findings,
        Length = Message.Payload.Length,
        WholeLength = Message.WholeLength,
        FileName = Message.FileName,
        Peer = Message.Peer,
        Payload = Kept,
    };
}
