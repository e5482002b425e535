using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Definitions.Processes.Evaluation;

/// <summary>
/// What expressions of a process read: <c>case</c>, <c>event</c>, <c>profile</c> and <c>entered</c>. Filled anew for every step and read on the same thread only,
/// so that hundreds of cases need one object.
/// </summary>
public sealed class CaseContext(IReadOnlyList<Hold> declared, ProcessProfile profile) : Document
{
    private const long CaseNode = 1;
    private const long EventNode = 2;
    private const long ProfileNode = 3;
    private const long EnteredNode = 4;
    private const long StateNode = 5;
    private const long KeyNode = 6;
    private const long EventNameNode = 7;
    private const long EventAtNode = 8;
    private const long FirstHold = 0x1_0000;
    private const long FirstValue = 0x2_0000;
    private const long FirstParameter = 0x3_0000;
    private const long Mask = 0xFFFF;

    private DateTimeOffset _entered;
    private Value _enteredValue;

    public override string Format => "process";

    public override ISchema? Schema => null;

    public override Node Root => new(this, 0);

    public override IReadOnlyList<Diagnostic> Findings => [];

    /// <summary>Values of the case, one for each hold of the process.</summary>
    public IReadOnlyList<Value> Holds { get; set; } = [];

    public string State { get; set; } = "";

    public string Key { get; set; } = "";

    /// <summary>When the case entered its state.</summary>
    public DateTimeOffset Entered
    {
        get => _entered;
        set
        {
            _entered = value;
            _enteredValue = Value.None;
        }
    }

    /// <summary>Name of the event; null where there is none, as at a timer.</summary>
    public string? Event { get; set; }

    public DateTimeOffset EventAt { get; set; }

    public IReadOnlyList<KeyValuePair<string, Value>> EventValues { get; set; } = [];

    public override string NameOf(long handle) => handle switch
    {
        0 => "process",
        CaseNode => "case",
        EventNode => "event",
        ProfileNode => "profile",
        EnteredNode => "entered",
        StateNode => "state",
        KeyNode => "key",
        EventNameNode => "name",
        EventAtNode => "at",
        _ => (handle & ~Mask) switch
        {
            FirstHold => declared[(int)(handle & Mask)].Name,
            FirstValue => EventValues[(int)(handle & Mask)].Key,
            _ => profile.Values[(int)(handle & Mask)].Key,
        },
    };

    public override string? TypeOf(long handle) => null;

    public override NodeState StateOf(long handle) =>
        handle is >= 0 and <= ProfileNode || !ValueOf(handle).IsNone ? NodeState.Valued : NodeState.Absent;

    public override Value ValueOf(long handle) => handle switch
    {
        >= 0 and <= ProfileNode => Value.None,
        EnteredNode => _enteredValue.IsNone ? _enteredValue = InstantValue.Of(_entered) : _enteredValue,
        StateNode => Value.Of(State),
        KeyNode => Value.Of(Key),
        EventNameNode => Event is null ? Value.None : Value.Of(Event),
        EventAtNode => Event is null ? Value.None : InstantValue.Of(EventAt),
        _ => (handle & ~Mask) switch
        {
            FirstHold => Holds[(int)(handle & Mask)],
            FirstValue => EventValues[(int)(handle & Mask)].Value,
            _ => profile.Values[(int)(handle & Mask)].Value,
        },
    };

    public override Place PlaceOf(long handle) => Place.InMessage(handle switch
    {
        0 => "case",
        <= KeyNode and not (StateNode or KeyNode) => NameOf(handle),
        EventNameNode or EventAtNode => "event." + NameOf(handle),
        _ => (handle & ~Mask) switch
        {
            FirstValue => "event." + NameOf(handle),
            FirstParameter => "profile." + NameOf(handle),
            _ => "case." + NameOf(handle),
        },
    });

    public override void AppendChildren(long handle, string name, List<Node> into)
    {
        var child = (handle, name) switch
        {
            (0, "case") => CaseNode,
            (0, "event") => EventNode,
            (0, "profile") => ProfileNode,
            (0, "entered") => EnteredNode,
            (CaseNode, "state") => StateNode,
            (CaseNode, "key") => KeyNode,
            (EventNode, "name") => EventNameNode,
            (EventNode, "at") => EventAtNode,
            (CaseNode, _) => IndexOfHold(name) is >= 0 and var index ? FirstHold + index : -1,
            (EventNode, _) => IndexOf(EventValues, name) is >= 0 and var index ? FirstValue + index : -1,
            (ProfileNode, _) => IndexOf(profile.Values, name) is >= 0 and var index ? FirstParameter + index : -1,
            _ => -1,
        };
        if (child >= 0 && StateOf(child) == NodeState.Valued)
        {
            into.Add(new Node(this, child));
        }
    }

    public override void AppendChildren(long handle, List<Node> into)
    {
        foreach (var child in handle switch
        {
            0 => [CaseNode, EventNode, ProfileNode, EnteredNode],
            CaseNode => Range(FirstHold, declared.Count).Append(StateNode).Append(KeyNode),
            EventNode => Range(FirstValue, EventValues.Count).Append(EventNameNode).Append(EventAtNode),
            ProfileNode => Range(FirstParameter, profile.Values.Count),
            _ => Enumerable.Empty<long>(),
        })
        {
            if (StateOf(child) == NodeState.Valued)
            {
                into.Add(new Node(this, child));
            }
        }
    }

    private static IEnumerable<long> Range(long first, int count) => Enumerable.Range(0, count).Select(index => first + index);

    private int IndexOfHold(string name)
    {
        for (var i = 0; i < declared.Count; i++)
        {
            if (string.Equals(declared[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOf(IReadOnlyList<KeyValuePair<string, Value>> values, string name)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (string.Equals(values[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
