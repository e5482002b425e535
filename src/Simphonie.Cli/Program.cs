using System.CommandLine;
using System.Text;
using Simphonie.Cli;
using Simphonie.Cli.Commands;
using Simphonie.Cli.Localisation;
using Simphonie.Journal;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Simphonie Hub: a message broker hub for French hospital billing.");
foreach (var command in AllCommands.Create())
{
    root.Subcommands.Add(command);
}

Texts.Translate(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // Wrong usage is told apart from findings by its own status.
    await parsed.InvokeAsync();
    return ExitStatus.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (JournalRefusedException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ExitStatus.Environment;
}
