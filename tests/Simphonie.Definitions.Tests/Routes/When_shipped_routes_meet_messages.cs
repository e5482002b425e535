using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Tests.Routes;

/// <summary>The conditions and keys of the shipped routes over their own cases, one by one; whole roads are run by the tests beside the routes.</summary>
public sealed class When_shipped_routes_meet_messages
{
    private const string Mapped = "mappings/cdri/cases/";
    private const string Own = "routes/cdri/cases/";
    private const string Identity = "routes/identity/cases/";

    private static readonly DefinitionSnapshot s_snapshot = new DefinitionLoader(Repository.Tools with { Site = Repository.Site })
        .Load([Repository.PathOf("routes"), Repository.PathOf("mappings"), Repository.PathOf("schemas")]).Snapshot!;

    private static readonly DateTimeOffset s_now = new(2024, 3, 6, 11, 30, 0, TimeSpan.FromHours(1));

    [TestCase("cdri-at-admission", Mapped + "a01-amo.er7", true)]
    [TestCase("cdri-at-admission", Mapped + "a05-preadmission.er7", true)]
    [TestCase("cdri-at-admission", Mapped + "z99-a05.er7", true)]
    [TestCase("cdri-at-admission", Own + "z99-echo.er7", true)]
    [TestCase("cdri-at-admission", Own + "z99-own.er7", false)]
    [TestCase("cdri-at-admission", Own + "a02-with-cover.er7", false)]
    [TestCase("cdri-at-admission", Own + "a01-without-cover.er7", false)]
    [TestCase("cdri-at-admission", Identity + "a40-merge.er7", false)]
    [TestCase("identity-changes", Identity + "a40-merge.er7", true)]
    [TestCase("identity-changes", Identity + "a11-cancelled.er7", true)]
    [TestCase("identity-changes", Identity + "a02-transfer.er7", false)]
    [TestCase("cdri-interactive", Mapped + "request-a01-amo.json", true)]
    [TestCase("cdri-interactive", Mapped + "answer-rights-open.json", false)]
    public void Should_want(string route, string file, bool wanted)
    {
        var context = Context(Read(file));

        Assert.That(Route(route).When!.IsTrue(context), Is.EqualTo(wanted));
        Assert.That(context.Findings, Is.Empty);
    }

    [TestCase("cdri-at-admission", Mapped + "a01-amo.er7", "2024-03-06", "dossier|750000010|24000123")]
    [TestCase("cdri-at-admission", Mapped + "a01-without-dossier.er7", "2024-03-06", "patient|750000010|000042")]
    [TestCase("identity-changes", Identity + "a40-merge.er7", "2024-03-06", "patient|750000010|000043")]
    public void Should_be_dated_and_keyed(string route, string file, string date, string key)
    {
        var context = Context(Read(file));

        Assert.That(Route(route).BusinessDate!.Text1(context)!.Replace("-", "", StringComparison.Ordinal), Does.StartWith(date.Replace("-", "", StringComparison.Ordinal)));
        Assert.That(Route(route).Key!.Text1(context), Is.EqualTo(key));
    }

    [Test]
    public void Should_date_an_interactive_request_by_its_day_of_care()
    {
        Assert.That(Route("cdri-interactive").BusinessDate!.Text1(Context(Read(Mapped + "request-a01-amo.json"))), Is.EqualTo("2024-03-06"));
    }

    [Test]
    public void Should_speak_of_the_dossier_and_the_patient()
    {
        var subjects = new List<Item>();

        Route("cdri-at-admission").Subjects!.Evaluate(Context(Read(Mapped + "a01-amo.er7")), subjects);

        Assert.That(subjects.Select(s => s.Value.Text), Is.EquivalentTo(new[] { "dossier|750000010|24000123", "patient|750000010|000042" }));
    }

    [TestCase(Mapped + "rights-open.xml", false)]
    [TestCase(Own + "rights-other-birth.xml", true)]
    [TestCase(Own + "rights-other-rank.xml", true)]
    [TestCase(Own + "rights-other-nir.xml", true)]
    public void Should_ask_a_human_when_the_answer_is_about_somebody_else(string answer, bool asks)
    {
        var context = Answered(answer, out _);
        var step = Steps<Step.WorkItem>("cdri-at-admission").Single(s => s.What.StartsWith("Compare", StringComparison.Ordinal));

        Assert.That(step.If!.IsTrue(context), Is.EqualTo(asks));
        Assert.That(context.Findings, Is.Empty);
    }

    [Test]
    public void Should_know_the_echo_of_its_return_by_what_it_remembered()
    {
        var context = Answered(Mapped + "rights-open.xml", out var documents);
        var back = Run(Steps<Step.Map>("cdri-at-admission")[1].Mapping, documents["message"], documents);
        context.Variables["return"] = [new Item(back!.Root)];
        var remembered = Steps<Step.Remember>("cdri-at-admission").Single(step => step.Kind == "last-cover");
        var filter = Steps<Step.Filter>("cdri-at-admission")[0];
        var (key, value) = (remembered.Key.Text1(context), remembered.Value!.Text1(context));

        var first = filter.Condition.IsTrue(context);
        var echo = Context(Read(Own + "z99-echo.er7"));
        echo.Variables["request"] = [new Item(Run(Steps<Step.Map>("cdri-at-admission")[0].Mapping, echo.Focus.Document, Named(echo.Focus.Document))!.Root)];
        echo.Ledger = (kind, k) => kind == "last-cover" && k == key ? value : null;
        var again = filter.Condition.IsTrue(echo);

        Assert.That(key, Is.EqualTo("dossier|750000010|24000123|2024-03-06"));
        Assert.That((first, again), Is.EqualTo((true, false)));
    }

    [Test]
    public void Should_pair_old_and_new_identifiers_of_one_authority()
    {
        var remember = Steps<Step.Remember>("identity-changes")[1];
        var context = Context(Read(Identity + "a40-two-authorities.er7"));
        var old = new List<Item>();
        remember.Each!.Evaluate(context, old);

        var pairs = old.ConvertAll(item =>
        {
            context.Focus = item.Node;
            return (remember.Key.Text1(context), remember.Value!.Text1(context));
        });

        Assert.That(pairs, Is.EqualTo(new[] { ("patient|750000010|000042", "patient|750000010|000043"), ("patient|1.2.250.1.999.1|R-66", "patient|1.2.250.1.999.1|R-77") }));
        Assert.That(context.Findings, Is.Empty);
    }

    private static Route Route(string name) => s_snapshot.Routes.Single(r => r.Name == name);

    private static List<TStep> Steps<TStep>(string route)
        where TStep : Step => [.. Route(route).Steps.OfType<TStep>()];

    private static EvaluationContext Answered(string answer, out Dictionary<string, Document> documents)
    {
        documents = Named(Read(Mapped + "a01-amo.er7"));
        documents["request"] = Run(Steps<Step.Map>("cdri-at-admission")[0].Mapping, documents["message"], documents)!;
        documents["answer"] = Run(Steps<Step.Call>("cdri-at-admission").Single().Response!, Read(answer), documents)!;
        var context = Context(documents["message"]);
        foreach (var (name, document) in documents)
        {
            context.Variables[name] = [new Item(document.Root)];
        }

        return context;
    }

    private static Dictionary<string, Document> Named(Document message) => new(StringComparer.Ordinal) { ["message"] = message };

    private static Document? Run(Mapping mapping, Document source, Dictionary<string, Document> documents)
    {
        var result = mapping.Run(new() { Source = source, Documents = documents, Now = s_now, World = Core.Messages.World.Test, Id = n => "id-" + n, Hub = "HUB", Establishment = "750000010" });
        Assert.That(result.Findings.Where(f => f.Severity == Core.Diagnostics.Severity.Error), Is.Empty);
        return result.Output;
    }

    private static Document Read(string file)
    {
        var (format, reference) = Path.GetExtension(file) switch { ".json" => ("fhir", "fhir/r4"), ".xml" => ("xml", "xml/cdri-hub@1"), _ => ("hl7v2", "hl7v2/pam-fr@2.11") };
        Assert.That(s_snapshot.Schemas.TryResolve(reference, DateOnly.MaxValue, out var schema), Is.True);
        return Repository.Tools.Formats[format].Read(File.ReadAllBytes(Repository.PathOf(file)), schema);
    }

    private static EvaluationContext Context(Document document)
    {
        var context = new EvaluationContext { Focus = document.Root, Now = s_now, Ledger = (_, _) => null };
        context.Variables["message"] = [new Item(document.Root)];
        context.Variables["hub"] = [new Item(Value.Of("HUB"))];
        context.Variables["establishment"] = [new Item(Value.Of("750000010"))];
        return context;
    }
}
