using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_the_reference_page_is_generated
{
    /// <summary>Set to write the page instead of comparing it.</summary>
    private const string Rewrite = "SIMPHONIE_WRITE_PAGES";

    [Test]
    public void Should_be_the_one_that_is_committed()
    {
        var file = Path.Combine(ProjectFolder.Root, "mappings", "README.md");
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(file, MappingReference.Write());
        }

        Assert.That(File.ReadAllText(file), Is.EqualTo(MappingReference.Write()), $"the page is stale: run this test with {Rewrite}=1 and commit it");
    }
}
