using System.Text.Json;

namespace Simphonie.Cli.Tests.Running;

/// <summary>An answer over HTTP.</summary>
internal sealed record HttpReply(int Status, ILookup<string, string> Headers, string Body)
{
    /// <summary>Codes of an OperationOutcome with where they are, such as <c>SIM2204</c> or <c>SIM2208 Patient.x</c>.</summary>
    public string[] Issues
    {
        get
        {
            using var outcome = JsonDocument.Parse(Body);
            Assert.That(outcome.RootElement.GetProperty("resourceType").GetString(), Is.EqualTo("OperationOutcome"));
            return [.. outcome.RootElement.GetProperty("issue").EnumerateArray().Select(issue => issue.GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString()!)];
        }
    }
}
