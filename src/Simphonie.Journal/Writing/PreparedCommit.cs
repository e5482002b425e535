using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Journal.Content;
using Simphonie.Journal.Keys;

namespace Simphonie.Journal.Writing;

/// <summary>Writes of one commit with what was computed for them before: a <see cref="PreparedMessage"/> or the text of a row, null where nothing is needed.</summary>
internal sealed class PreparedCommit
{
    private readonly object?[] _prepared;

    public PreparedCommit(IReadOnlyList<JournalWrite> writes, HubKey key)
    {
        Writes = writes;
        _prepared = new object?[writes.Count];
        for (var i = 0; i < _prepared.Length; i++)
        {
            _prepared[i] = Prepare(writes[i], key);
        }
    }

    public IReadOnlyList<JournalWrite> Writes { get; }

    public long Weight { get; private set; }

    public PreparedMessage Message(int index) => (PreparedMessage)_prepared[index]!;

    public string? Text(int index) => (string?)_prepared[index];

    private object? Prepare(JournalWrite write, HubKey key)
    {
        switch (write)
        {
            case JournalWrite.Append append:
                Weigh(append.Message.Payload);
                return new PreparedMessage(append.Message, key);
            case JournalWrite.InsertStage insert:
                foreach (var document in insert.Stage.Documents)
                {
                    Weigh(document.Body);
                }

                return FindingText.Write(insert.Stage.Steps);
            case JournalWrite.InsertHandling insert:
                return FindingText.Write(insert.Handling.Subjects);
            case JournalWrite.InsertDelivery insert:
                Weigh(insert.Delivery.Body);
                Weigh(insert.Delivery.Answer);
                return null;
            case JournalWrite.UpdateDelivery update:
                Weigh(update.Answer);
                return null;
            case JournalWrite.AddToLot add:
                Weight += add.Addition.Records.Length;
                return null;
            default:
                return null;
        }
    }

    private void Weigh(Payload? payload)
    {
        Payloads.Prepare(payload);
        Weight += payload is null or StoredPayload ? 0 : payload.Length;
    }
}
