using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;
using Simphonie.Definitions.Testing.Processes;
using Simphonie.Engine.Testing;
using Simphonie.Formats;
using Simphonie.Formats.B2.Lots;
using Simphonie.Formats.Noemie.Returns;
using Simphonie.Formats.Rejections;
using Simphonie.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Engine.Tests.Testing;

/// <summary>Runs the tests that stand beside the shipped routes, as <c>simphonie test</c> does.</summary>
public sealed class When_shipped_routes_are_tested
{
    private static readonly DefinitionTools s_tools = new()
    {
        SchemaLoaders = [.. KnownFormats.Loaders, new RejectionListLoader()],
        Formats = KnownFormats.All,
        Mappings = new MappingCompiler(),
        Site = new SiteNames(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["gap-adt"] = "hl7v2/pam-fr@2.11", ["gap-fhir"] = "fhir/r4", ["gap-b2"] = "b2/cp", ["gap-billing"] = "hl7v2/fides-hub@1", ["caisse-returns"] = "noemie/ps", ["caisse-acknowledgements"] = "noemie/arl-hub@1", ["lots"] = null },
            new Dictionary<string, EndpointShape?>(StringComparer.Ordinal) { ["cdri"] = new("xml", Answers: true, "xml"), ["gap-return"] = new("hl7v2", Answers: true, "hl7v2"), ["caisse"] = new("b2", Answers: false, null) }),
    };

    private static readonly RouteTestFormats s_formats = new()
    {
        All = KnownFormats.All,
        Lots = new Dictionary<string, ILotFormat>(StringComparer.Ordinal) { ["b2"] = new B2LotFormat() },
        Returns = new Dictionary<string, IReturnFormat>(StringComparer.Ordinal) { ["noemie"] = new NoemieReturns() },
    };

    private static readonly DefinitionLoad s_load = new DefinitionLoader(s_tools).Load([Folder("routes"), Folder("mappings"), Folder("schemas")]);

    public static IEnumerable<TestCaseData> Tests() =>
        TestFileReader.Read(s_load.Set, new DiagnosticBag()).OfType<RouteTest>().Select(test => new TestCaseData(test).SetArgDisplayNames(test.Target.Name, test.Name));

    [TestCaseSource(nameof(Tests))]
    [CancelAfter(60_000)]
    public async Task Should_pass(RouteTest test, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("route-test-").FullName;
        try
        {
            var runner = new RouteTestRunner(s_formats, s_load.Snapshot!, async time => (IJournal)await SqliteJournal.OpenAsync(new JournalOptions { Directory = directory, TimeProvider = time }, CancellationToken.None));

            var result = await runner.RunAsync(test, cancellationToken);

            Assert.That(result.Failures, Is.Empty);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Test]
    public void Should_compile() => Assert.That(s_load.Findings.Where(static finding => finding.Severity == Severity.Error), Is.Empty);

    public static IEnumerable<TestCaseData> ProcessTests() =>
        TestFileReader.Read(s_load.Set, new DiagnosticBag()).OfType<ProcessTest>().Select(test => new TestCaseData(test).SetArgDisplayNames(test.Target.Name, test.Name));

    [TestCaseSource(nameof(ProcessTests))]
    public void Should_pass_for_processes(ProcessTest test) => Assert.That(new ProcessTestRunner(s_load.Snapshot!).Run(test).Failures, Is.Empty);

    private static string Folder(string name)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, name);
    }
}
