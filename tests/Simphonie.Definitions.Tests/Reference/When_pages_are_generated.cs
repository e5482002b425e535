using Simphonie.Definitions.Reference;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Tests.Reference;

/// <summary>
/// Generated pages are committed and must not be stale. To write them again: <c>SIMPHONIE_WRITE_PAGES=1 dotnet test tests/Simphonie.Definitions.Tests --filter When_pages_are_generated</c>.
/// </summary>
public sealed class When_pages_are_generated
{
    private static readonly bool s_write = Environment.GetEnvironmentVariable("SIMPHONIE_WRITE_PAGES") == "1";

    [TestCase("hub.schema.json")]
    [TestCase("mapping.schema.json")]
    [TestCase("route.schema.json")]
    [TestCase("test.schema.json")]
    public void Should_be_the_editor_schema_that_is_committed(string file) =>
        Compare(Path.Combine("schemas", "definitions", file), EditorSchemas.All(ChannelKinds.All)[file]);

    [Test]
    public void Should_be_the_page_of_routes_that_is_committed() => Compare(Path.Combine("routes", "README.md"), RouteReference.Page());

    private static void Compare(string path, string text)
    {
        var file = Repository.PathOf(path);
        if (s_write)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.That(File.Exists(file) ? File.ReadAllText(file) : "", Is.EqualTo(text), $"{path} is stale");
    }
}
