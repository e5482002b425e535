using System.Security.Cryptography;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Journal.Keys;

namespace Simphonie.Journal.Writing;

/// <summary>A message with all that can be computed before the writer sees it: hash of the payload, pseudonyms, text of findings.</summary>
internal sealed class PreparedMessage
{
    private readonly string[] _keyValues;

    public PreparedMessage(MessageAppend message, HubKey key)
    {
        Message = message;
        Payloads.Prepare(message.Payload);
        Findings = FindingText.Write(message.Findings);
        _keyValues = message.Keys.Count == 0 ? [] : new string[message.Keys.Count];
        for (var i = 0; i < _keyValues.Length; i++)
        {
            var businessKey = message.Keys[i];
            _keyValues[i] = businessKey.Identity ? key.Pseudonym(businessKey.Value) : businessKey.Value;
        }
    }

    public MessageAppend Message { get; }

    public string? Findings { get; }

    /// <summary>Made only when it is needed: a conflict is rare.</summary>
    public string? ConflictFindings => Message.ConflictFinding is { } finding ? FindingText.Write([.. Message.Findings, finding]) : Findings;

    public ReadOnlySpan<string> KeyValues => _keyValues;
}
