using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Formats.Tests.FhirPath;

/// <summary>Whatever is written in a definition, compiling gives an expression or an error of syntax or names, and never throws.</summary>
public sealed class When_any_text_is_compiled
{
    /// <summary>Pieces that the grammar knows, so that nonsense gets far into the parser.</summary>
    private static readonly string[] Pieces =
    [
        "PID-3.1", "IN1[2]-49.1(2)", "MSH", "name", "given", "%message", "$this", "where(", "exists(", "iif(", ")", "(", "[", "]", "{", "}", ".", ",", "'a'", "'", "\\", "`", "@2024-03", "@T11", "@",
        "1", "99999999999999999999", "1.", ".5", "4 days", "+", "-", "*", "/", "|", "&", "=", "!=", "<=", "~", "and", "or", "implies", "is", "as", "in", "contains", "div", "mod", "true", "//", "/*", "*/", " ", "\n", "é", "\u0000", "\ud800",
    ];

    [Test]
    public void Should_not_throw_for_text_of_any_kind() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Compiles(text ?? "")).QuickCheckThrowOnFailure();

    [Test]
    public void Should_not_throw_for_pieces_in_any_order() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), Compiles).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Test]
    public void Should_refuse_a_name_of_no_letter() => Assert.That(Compiles("``") && Compiles("a.``"));

    [TestCase("(")]
    [TestCase("-")]
    [TestCase("a.where(")]
    [TestCase("a[")]
    [TestCase("a.")]
    [TestCase("1+")]
    [TestCase("a[0]")]
    [TestCase("[0]")]
    public void Should_not_throw_for_what_is_nested_without_end(string piece) =>
        Assert.That(Compiles(string.Concat(Enumerable.Repeat(piece, 32_768 / piece.Length))));

    private static bool Compiles(string text)
    {
        var findings = new DiagnosticBag();
        var expression = FhirPathCompiler.Compile(text, Admission.Scope, Place.Whole, findings);
        return expression is null == findings.HasErrors;
    }
}
