namespace Simphonie.Cli.Demo.Day;

/// <summary>One message of the sample day and the fate it is expected to meet.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="File">The bytes.</param>
/// <param name="Via"><c>mllp</c>, <c>raw</c> (bytes without a frame) or <c>fhir</c> (<c>$submit</c>).</param>
/// <param name="Expected">The expected fate.</param>
internal sealed record DayEntry(string Name, string File, string Via, DayFate Expected);

/// <summary>What became of a message, as far as the day compares it.</summary>
/// <param name="Answer">Acknowledgement code, HTTP status, or <c>-</c>.</param>
/// <param name="State">State of the message in the journal.</param>
/// <param name="Handling">State of its handling, <c>-</c> when it has none.</param>
/// <param name="Calls">Calls that were delivered.</param>
/// <param name="Returns">Messages that went back.</param>
/// <param name="WorkItems">Work items that were opened for it.</param>
internal sealed record DayFate(string Answer, string State, string Handling, int Calls, int Returns, int WorkItems);
