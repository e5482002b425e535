using System.CommandLine;

namespace Simphonie.Cli.Commands;

/// <summary>Options that several commands have, always under the same name.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data") { Description = "Data directory of the hub (journal, keys, control socket).", DefaultValueFactory = _ => ".simphonie" };

    public static Option<string> Config() => new("--config") { Description = "The hub's hub.yaml.", DefaultValueFactory = _ => "hub.yaml" };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON array." };

    public static Option<int> Limit() => new("--limit") { Description = "At most so many rows.", DefaultValueFactory = _ => 50 };

    public static Option<string?> Why() => new("--why") { Description = "The reason, kept in the journal." };

    public static Option<string> Id() => new("--id") { Description = "Identity of the command; the same id again is the same command.", DefaultValueFactory = _ => Guid.NewGuid().ToString("N") };
}
