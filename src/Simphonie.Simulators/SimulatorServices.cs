using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Simulators;

/// <summary>What a simulator gives to a channel of the hub that it stands on: itself as intake, and nothing else of a hub.</summary>
internal static class SimulatorServices
{
    public static ChannelServices Of(string name, IIntake intake, ILoggerFactory logs, TimeProvider time) => new()
    {
        Intake = intake,
        Interactive = null!,
        Formats = new Dictionary<string, IFormat>(StringComparer.Ordinal),
        Schemas = null!,
        Logs = logs,
        Time = time,
        World = World.Test,
        Establishment = name,
        Hub = name,
        Journal = null!,
    };
}
