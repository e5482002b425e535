using System.Globalization;
using System.Text;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Testing;

namespace Simphonie.Definitions.Reference;

/// <summary>The page <c>routes/README.md</c>, written from the declarations.</summary>
public static class RouteReference
{
    private const string Head = """
        # Routes

        A route says which messages it wants, what is done with them step by step, where the outcome goes, and what happens on failure. One file per version: `NAME.route.yaml`, its test `NAME.test.yaml` beside it.
        This page is written from the declarations that parse and check routes; editors complete with `schemas/definitions/route.schema.json`.

        ```yaml
        route: admissions-to-archive
        version: 1
        effective: 2026-01-01
        from: gap-adt
        when: MSH-9.2 in ('A01' | 'A04')
        key: dossier(PID-18)
        steps:
          - validate: hl7v2/pam-fr@2.11
            on_error: continue
          - send: archive
            document: message
        expires: 48 hours
        ```

        - Expressions are FHIRPath over the message; documents that steps make are variables (`%request`), the original is always `%message`; `%hub` and `%establishment` are names of the site.
        - A reference without `@` takes the version in force on the message's business date; with `@2` that one.
        - A route is cut into stages at every `call`, endpoint `enrich` and `aggregate`. A stage commits once and never runs again.
        - A mapping that makes nothing and reports no error leaves its document empty, and a `send` of nothing sends nothing.
        - What `subject` names is looked at before each delivery leaves: a cancelled dossier drops it, a merged or moved one opens a work item and nothing is sent.


        """;

    public static string Page()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("## Keys of a route\n\n");
        FieldTable.Write(page, RouteFields.All);
        page.Append("Without `business_date`, the default of the format:\n\n");
        foreach (var (format, text) in BusinessDates.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{format}`: `{text}`\n");
        }

        page.Append("\n## Steps\n\nEvery step also takes `if`: it is done only when this is true.\n\n");
        foreach (var kind in StepKinds.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"### {kind.Name}\n\n{kind.Description}\n\n```yaml\n{kind.Example}\n```\n\n");
            FieldTable.Write(page, kind.Fields);
        }

        page.Append("## Tests\n\n`simphonie test` runs them. Endpoints are mocked; one that a test does not name accepts everything.\n\n");
        FieldTable.Write(page, TestFields.File);
        page.Append("What a mocked endpoint does at each attempt:\n\n");
        FieldTable.Write(page, TestFields.Mock);
        return page.ToString().TrimEnd('\n') + "\n";
    }
}
