using Simphonie.Cli.Composition;
using Simphonie.Cli.Reference;
using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Reference;

public sealed class When_codes_are_declared
{
    [Test]
    public void Should_give_each_code_one_meaning()
    {
        var twice = CodeCatalog.All.GroupBy(code => code.Id).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.That(twice, Is.Empty);
    }

    [Test]
    public void Should_follow_the_form_of_permanent_codes()
    {
        Assert.Multiple(() =>
        {
            foreach (var code in CodeCatalog.All)
            {
                Assert.That(code.Id, Does.Match("^SIM[1-7][0-9]{3}$"));
                Assert.That(code.Title, Is.Not.Empty, code.Id);
                Assert.That(code.Help, Is.Not.Empty, code.Id);
            }
        });
    }

    [Test]
    public void Should_be_on_the_page_that_lists_them()
    {
        var page = ReferencePages.All().Single(one => one.Path == "src/errors.md");
        Assert.That(page.IsFresh(Repository.Root), Is.True, "src/errors.md is stale: run build/simphonie reference");
    }
}
