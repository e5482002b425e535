using Simphonie.Core.Documents;

namespace Simphonie.Engine.Processes.Machine;

/// <summary>An event as a case meets it.</summary>
internal readonly record struct Happening(string Name, DateTimeOffset At, IReadOnlyList<KeyValuePair<string, Value>> Values);
