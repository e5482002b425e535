using System.CommandLine;
using System.Text;
using Simphonie.Cli.Commands;
using Simphonie.Cli.Localisation;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Simphonie Hub: a message broker hub for French hospital billing.");
foreach (var command in AllCommands.Create())
{
    root.Subcommands.Add(command);
}

Texts.Translate(root);
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
