using System.CommandLine;

namespace Simphonie.Cli.Commands.Returns;

/// <summary><c>simphonie returns list / show / parked / candidates / answers / apply / dismiss</c>: what payers have answered, and what waits for a decision.</summary>
internal static class ReturnsCommand
{
    public static Command Create() => new("returns", "Returns of payers: payments, rejections, and what waits for a decision.")
    {
        ListReturns.Create(), ShowReturn.Create(), ListParked.Create(), ListCandidates.Create(), ListAnswers.Create(), DecideParked.Apply(), DecideParked.Dismiss(),
    };
}
