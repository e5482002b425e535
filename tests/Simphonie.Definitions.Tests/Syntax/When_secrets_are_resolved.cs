using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Syntax;

public sealed class When_secrets_are_resolved
{
    [Test]
    public void Should_mark_what_comes_from_the_environment_as_secret()
    {
        var scalar = (Setting.Scalar)Resolve("password: \"${env:P12}\"", out _)["password"]!;

        Assert.That(scalar.Text, Is.EqualTo("hush"));
        Assert.That(scalar.Secret, Is.True);
        Assert.That(scalar.ToString(), Does.Not.Contain("hush"));
    }

    [Test]
    public void Should_read_text_files_and_give_the_path_where_a_field_wants_one()
    {
        var map = Resolve("password: \"${file:pass}\"\ncertificate: \"${file:hub.p12}\"", out _);

        Assert.That(map.Text("password"), Is.EqualTo("from file"));
        Assert.That(map.Text("certificate"), Is.EqualTo("/site/hub.p12"));
    }

    [Test]
    public void Should_report_a_variable_that_is_not_set_without_its_value()
    {
        Resolve("a:\n  password: \"${env:MISSING}\"", out var findings);

        Assert.That(findings.Single().Code, Is.EqualTo(SyntaxCodes.Secret));
        Assert.That(findings.Single().Place.Line, Is.EqualTo(2));
    }

    private static Setting.Map Resolve(string yaml, out DiagnosticBag findings)
    {
        findings = new();
        var resolver = new SecretResolver("/site", name => name == "P12" ? "hush" : null, path => path == "/site/pass" ? "from file" : null, findings);
        return (Setting.Map)resolver.Resolve(YamlReader.Read("x.yaml", yaml, findings)!);
    }
}
