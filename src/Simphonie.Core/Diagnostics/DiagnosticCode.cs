namespace Simphonie.Core.Diagnostics;

/// <summary>
/// One permanent code of the product, declared once as a static readonly field of a class that ends in <c>Codes</c>.
/// A test collects them all, refuses a code used twice, and writes the table <c>src/errors.md</c>.
/// </summary>
/// <param name="Id"><c>SIM</c> and four digits. 1xxx definitions, 2xxx formats, 3xxx channels, 4xxx engine, 5xxx journal, 6xxx command and environment, 7xxx simulators. Never reused.</param>
/// <param name="Severity">The severity unless the place of use says another.</param>
/// <param name="Title">What it means, in one short sentence without values.</param>
/// <param name="Help">What to do about it.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title, string Help)
{
    public override string ToString() => Id;
}
