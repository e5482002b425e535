namespace Simphonie.Cli.Demo;

/// <summary>One message of the sample day and the fate it is expected to meet.</summary>
/// <param name="Name">Short name, shown in the table.</param>
/// <param name="Via">How it comes in: <c>mllp</c>, <c>raw</c> (bytes as they are, unframed) or <c>fhir</c> (<c>$submit</c>).</param>
/// <param name="File">The bytes.</param>
/// <param name="Answer">Expected answer: AA, AE, AR, an HTTP status, or <c>none</c>.</param>
/// <param name="State">Expected state of the message in the journal.</param>
/// <param name="Handlings">Expected states of its handlings: <c>route: state</c>, in order of route.</param>
/// <param name="Called">Expected calls, by endpoint, in order.</param>
/// <param name="WentBack">Expected messages that went back.</param>
internal sealed record DemoMessage(
    string Name, string Via, string File, string Answer, string State, IReadOnlyList<string> Handlings, IReadOnlyList<string> Called, IReadOnlyList<string> WentBack);
