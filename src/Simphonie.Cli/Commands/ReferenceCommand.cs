using System.CommandLine;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Reference;

namespace Simphonie.Cli.Commands;

/// <summary><c>simphonie reference</c>: writes the pages and editor schemas that are generated from the declarations. A test fails when one is stale.</summary>
internal static class ReferenceCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; status 1 when a page is stale." };
        var command = new Command("reference", "Write the reference pages and editor schemas from the declarations.") { check };
        command.SetAction(parsed =>
        {
            var stale = ReferencePages.All().Where(page => !page.IsFresh(Home.Directory)).ToList();
            foreach (var page in stale)
            {
                Console.WriteLine(page.Path);
                if (!parsed.GetValue(check))
                {
                    File.WriteAllText(Path.Combine(Home.Directory, page.Path), page.Text);
                }
            }

            return parsed.GetValue(check) && stale.Count > 0 ? ExitStatus.Findings : ExitStatus.Fine;
        });
        return command;
    }
}
