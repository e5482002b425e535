using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Writing;

/// <summary>
/// The messages that were committed last and wait for the sequencer, so that it need not read back what the writer has just written.
/// Holds an unbroken run of ids, or knows nothing; who is behind it reads the database. The writer's thread notes and publishes, any other reads.
/// </summary>
internal sealed class UnsequencedWindow
{
    private const int Most = 2048;

    private readonly Lock _lock = new();
    private readonly Queue<Entry> _entries = new();
    private readonly List<Entry> _group = [];
    private long _groupPosition;
    private bool _groupBreaks;
    private long _position;
    private long _next;

    /// <summary>A message of the group under way; without one to hand on it is none that waits.</summary>
    public void Note(long id, PreparedMessage? waiting)
    {
        _group.Add(new(id, waiting));
        _groupBreaks |= waiting is { Kept: null };
    }

    /// <summary>The group under way moves the sequencer's position.</summary>
    public void NotePosition(long position) => _groupPosition = Math.Max(_groupPosition, position);

    /// <summary>The group under way keeps messages that are not noted.</summary>
    public void NoteBreak() => _groupBreaks = true;

    /// <summary>The group is on disk.</summary>
    public void Publish()
    {
        lock (_lock)
        {
            _position = Math.Max(_position, _groupPosition);
            if (_groupBreaks)
            {
                _entries.Clear();
                _next = 0;
            }
            else
            {
                foreach (var entry in _group)
                {
                    Add(entry);
                }
            }
        }

        Discard();
    }

    /// <summary>The group is undone.</summary>
    public void Discard()
    {
        _group.Clear();
        _groupBreaks = false;
        _groupPosition = 0;
    }

    /// <summary>False when what comes after the sequencer's position is not known here.</summary>
    public bool TryRead(int limit, [NotNullWhen(true)] out IReadOnlyList<MessageRecord>? waiting)
    {
        lock (_lock)
        {
            while (_entries.TryPeek(out var sequenced) && sequenced.Id <= _position)
            {
                _entries.Dequeue();
            }

            if (_next == 0 || (_entries.TryPeek(out var first) ? first.Id : _next) > _position + 1)
            {
                waiting = null;
                return false;
            }

            var records = new List<MessageRecord>(Math.Min(limit, _entries.Count));
            foreach (var entry in _entries)
            {
                if (records.Count == limit)
                {
                    break;
                }

                if (entry.Message is { } message)
                {
                    records.Add(message.Record(entry.Id));
                }
            }

            waiting = records;
            return true;
        }
    }

    private void Add(Entry entry)
    {
        if (entry.Id != _next)
        {
            _entries.Clear();
        }

        _entries.Enqueue(entry);
        _next = entry.Id + 1;
        if (_entries.Count > Most)
        {
            _entries.Dequeue();
        }
    }

    private readonly record struct Entry(long Id, PreparedMessage? Message);
}
