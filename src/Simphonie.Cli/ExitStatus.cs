namespace Simphonie.Cli;

/// <summary>Exit status of every command.</summary>
internal static class ExitStatus
{
    public const int Fine = 0;

    /// <summary>Findings or failures.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>The environment does not let the command work: port taken, directory locked, prerequisite missing.</summary>
    public const int Environment = 3;
}
