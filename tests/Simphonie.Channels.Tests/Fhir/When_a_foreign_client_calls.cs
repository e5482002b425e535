using System.Diagnostics;
using System.Text.Json;

namespace Simphonie.Channels.Tests.Fhir;

/// <summary>npm <c>fhir-kit-client</c> against the door.</summary>
public sealed class When_a_foreign_client_calls
{
    [Test]
    public async Task Should_understand_each_other()
    {
        await using var site = await FhirSite.StartAsync();
        site.Interactive.Call = (_, _, _) => ValueTask.FromResult(FakeInteractive.Answered("""{"resourceType":"CoverageEligibilityResponse","id":"r"}"""));
        var peers = Path.Combine(FhirSite.Root, "tests", "peers");
        Assert.That(Directory.Exists(Path.Combine(peers, "node_modules", "fhir-kit-client")), "fhir-kit-client is missing: run build/install-test-peers");
        var start = new ProcessStartInfo("node") { WorkingDirectory = peers, RedirectStandardOutput = true };
        start.ArgumentList.Add("fhir-kit-client.mjs");
        start.ArgumentList.Add(site.Address.ToString().TrimEnd('/'));
        using var node = Process.Start(start)!;
        using var report = JsonDocument.Parse(await node.StandardOutput.ReadToEndAsync());
        await node.WaitForExitAsync();

        Assert.Multiple(() =>
        {
            Assert.That(report.RootElement.GetProperty("metadata").GetString(), Is.EqualTo("4.0.1"));
            Assert.That(report.RootElement.GetProperty("created").GetInt32(), Is.EqualTo(201));
            Assert.That(report.RootElement.GetProperty("location").GetString(), Does.EndWith("/fhir/Patient/1"));
            Assert.That(report.RootElement.GetProperty("submitted").GetString(), Is.EqualTo("CoverageEligibilityResponse"));
            Assert.That(report.RootElement.GetProperty("searched").GetInt32(), Is.EqualTo(405));
            Assert.That(report.RootElement.GetProperty("issue").GetString(), Is.EqualTo("SIM3305"));
        });
    }
}
