namespace Simphonie.Simulators.Amo;

/// <summary>What the simulated AMO has done since it started.</summary>
/// <param name="Files">Files taken.</param>
/// <param name="Refused">Files that did not validate.</param>
/// <param name="Paid">Invoices that it pays in full, at least the compulsory part.</param>
/// <param name="Rejected">Invoices that it rejects.</param>
/// <param name="PartlyPaid">Invoices that it pays in part at first.</param>
/// <param name="Deferred">Invoices that it defers.</param>
/// <param name="LotsRefused">Lots that it refuses in its acknowledgements.</param>
public readonly record struct AmoCounts(int Files, int Refused, int Paid, int Rejected, int PartlyPaid = 0, int Deferred = 0, int LotsRefused = 0);
