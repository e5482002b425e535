namespace Simphonie.Cli.Demo.Invoices;

/// <summary>An invoice of the sample day and where it is expected to end.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="File">The FHIR Bundle with its Claim.</param>
/// <param name="Copies">As how many invoices it is sent, each with a number of its own.</param>
/// <param name="Handling">State of the handling of each.</param>
/// <param name="WorkItems">Work items that intake and controls open for each.</param>
/// <param name="Becomes">States that its cases may end in; none when it never becomes a case.</param>
internal sealed record InvoiceEntry(string Name, string File, int Copies, string Handling, int WorkItems, IReadOnlyList<string> Becomes);
