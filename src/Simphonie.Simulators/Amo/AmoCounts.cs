namespace Simphonie.Simulators.Amo;

/// <summary>What the simulated AMO has done since it started.</summary>
/// <param name="Files">Files taken.</param>
/// <param name="Refused">Files that did not validate.</param>
/// <param name="Paid">Invoices that it pays.</param>
/// <param name="Rejected">Invoices that it rejects.</param>
public readonly record struct AmoCounts(int Files, int Refused, int Paid, int Rejected);
