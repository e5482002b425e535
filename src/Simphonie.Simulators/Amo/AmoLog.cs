using Microsoft.Extensions.Logging;

namespace Simphonie.Simulators.Amo;

/// <summary>Log events of the simulated AMO (7100–7199). No event carries a name from outside or a byte of a file.</summary>
internal static partial class AmoLog
{
    [LoggerMessage(7101, LogLevel.Information, "The simulated AMO, not normative, took a file: {Lots} lots, {Invoices} invoices, of which {Rejected} will be rejected.")]
    public static partial void Taken(ILogger log, int lots, int invoices, int rejected);

    [LoggerMessage(7102, LogLevel.Warning, "The simulated AMO, not normative, refused a file: {Errors} errors, the first is {Code} at {Place}.")]
    public static partial void Refused(ILogger log, int errors, string code, string place);

    [LoggerMessage(7103, LogLevel.Information, "The simulated AMO, not normative, refused a lot for its date: {Code}.")]
    public static partial void LotRefused(ILogger log, string code);

    [LoggerMessage(7104, LogLevel.Warning, "The simulated AMO, not normative, could not put an answer into its folder and tries again: {Cause}.")]
    public static partial void NotAnswered(ILogger log, string cause);

    [LoggerMessage(7105, LogLevel.Error, "The simulated AMO, not normative, cannot send an answer by mail; it lies in the folder 'error': {Code}.")]
    public static partial void NotMailed(ILogger log, string code);

    [LoggerMessage(7106, LogLevel.Warning, "The simulated AMO, not normative, finds no mail server for its answers; they wait.")]
    public static partial void MailWaits(ILogger log);
}
