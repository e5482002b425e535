using System.CommandLine;

namespace Simphonie.Cli.Commands.Messages;

/// <summary><c>simphonie messages</c>: look into the journal, whether or not a hub runs on it.</summary>
internal static class MessagesCommand
{
    public static Command Create() => new("messages", "Look into the journal.")
    {
        ListMessages.Create("list", "Messages, newest first."),
        ListMessages.Create("search", "The same; a key is needed."),
        ShowMessage.Create(),
        ExportMessage.Create(),
        EditMessage.Create(),
    };
}
