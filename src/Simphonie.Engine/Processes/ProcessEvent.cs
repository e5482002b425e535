using Simphonie.Core.Documents;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Processes;

/// <summary>An event to bring to a business case.</summary>
public sealed record ProcessEvent
{
    public required string Establishment { get; init; }

    public required World World { get; init; }

    /// <summary>Name of the process.</summary>
    public required string Process { get; init; }

    /// <summary>Key of the case; null: the process computes it from the values.</summary>
    public string? Case { get; init; }

    /// <summary>Name of the event.</summary>
    public required string Name { get; init; }

    /// <summary>Identity of its cause: business identity, rule, ordinal; never of its message. A case takes the same identity once.</summary>
    public required string Identity { get; init; }

    public IReadOnlyList<KeyValuePair<string, Value>> Values { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    /// <summary>Message that it came from; null for none, or where <see cref="OfAppend"/> says it.</summary>
    public long? Message { get; init; }

    /// <summary>With 0 or more, its message is the one of that append of the same commit.</summary>
    public int OfAppend { get; init; } = -1;

    /// <summary>True: where the state of the case does not name it, it is kept as ignored and nobody is told (what the engine itself raises).</summary>
    public bool Quiet { get; init; }
}
