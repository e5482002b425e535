using NUnit.Framework;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_stage_is_committed<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private static readonly DiagnosticCode Code = new("SIM2101", Severity.Error, "title", "help");

    [Test]
    public async Task Should_read_back_steps_findings_and_documents()
    {
        var handling = await HandleAsync();
        var finding = new Diagnostic(Code, Severity.Warning, "the field is too long.", Place.InMessage("PID[1]-3[2].4", 120), "102");
        await CommitAsync(new JournalWrite.InsertStage(new()
        {
            Handling = handling.Id,
            Ordinal = 0,
            At = Given.Now,
            Steps = [new("1 validate", "done", [finding], 40), new("2 map", "done", [], 85)],
            Documents = [new("request", "fhir", "fhir/r4", Given.Bytes("{}")), new("empty", "xml", null, Given.Bytes(""))],
        }));

        var stage = (await Journal.Reader.StagesAsync(handling.Id, None)).Single();

        Assert.That(stage.At, Is.EqualTo(Given.Now));
        Assert.That(stage.Steps.Select(step => (step.Step, step.Result, step.Micros)), Is.EqualTo(new[] { ("1 validate", "done", 40L), ("2 map", "done", 85L) }));
        var read = stage.Steps[0].Findings.Single();
        Assert.That((read.Code.Id, read.Severity, read.Text, read.Place, read.StandardCode), Is.EqualTo((Code.Id, finding.Severity, finding.Text, finding.Place, finding.StandardCode)));
        Assert.That(stage.Documents.Select(document => (document.Name, document.Format, document.Schema, document.Body.Length)), Is.EqualTo(new (string, string, string?, long)[]
        {
            ("request", "fhir", "fhir/r4", 2),
            ("empty", "xml", null, 0),
        }));
    }
}
