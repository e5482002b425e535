using Simphonie.Cli.Composition;

namespace Simphonie.Cli.Running;

/// <summary>Says why a hub did not start.</summary>
internal static class StartFailure
{
    public static int Print(HubStartException exception)
    {
        foreach (var finding in exception.Findings)
        {
            Console.Error.WriteLine(finding.ToString());
        }

        return exception.Status;
    }
}
