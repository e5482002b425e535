namespace Simphonie.Formats.Tests.FhirPath;

public sealed class When_logic_has_three_values
{
    private const string T = "true";
    private const string F = "false";
    private const string U = "{}";

    // The truth tables of FHIRPath 6.5.
    [TestCase(T, T, T), TestCase(T, F, F), TestCase(T, U, U), TestCase(F, T, F), TestCase(F, F, F), TestCase(F, U, F), TestCase(U, T, U), TestCase(U, F, F), TestCase(U, U, U)]
    public void Gives_and(string left, string right, string expected) => Check(left, "and", right, expected);

    [TestCase(T, T, T), TestCase(T, F, T), TestCase(T, U, T), TestCase(F, T, T), TestCase(F, F, F), TestCase(F, U, U), TestCase(U, T, T), TestCase(U, F, U), TestCase(U, U, U)]
    public void Gives_or(string left, string right, string expected) => Check(left, "or", right, expected);

    [TestCase(T, T, F), TestCase(T, F, T), TestCase(T, U, U), TestCase(F, T, T), TestCase(F, F, F), TestCase(F, U, U), TestCase(U, T, U), TestCase(U, F, U), TestCase(U, U, U)]
    public void Gives_xor(string left, string right, string expected) => Check(left, "xor", right, expected);

    [TestCase(T, T, T), TestCase(T, F, F), TestCase(T, U, U), TestCase(F, T, T), TestCase(F, F, T), TestCase(F, U, T), TestCase(U, T, T), TestCase(U, F, U), TestCase(U, U, U)]
    public void Gives_implies(string left, string right, string expected) => Check(left, "implies", right, expected);

    [TestCase(T, F), TestCase(F, T), TestCase(U, U)]
    public void Gives_not(string operand, string expected) =>
        Assert.That(Evaluated.Of($"{operand}.not()"), Is.EqualTo(Written(expected)));

    private static void Check(string left, string word, string right, string expected) =>
        Assert.That(Evaluated.Of($"{left} {word} {right}"), Is.EqualTo(Written(expected)));

    private static string Written(string value) => value == U ? "" : value;
}
