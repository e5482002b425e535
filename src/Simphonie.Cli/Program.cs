using System.CommandLine;
using System.Text;
using Simphonie.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Simphonie Hub: a message broker hub for French hospital billing.");
foreach (var command in AllCommands.Create())
{
    root.Subcommands.Add(command);
}

return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
