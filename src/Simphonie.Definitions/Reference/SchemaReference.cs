using System.Globalization;
using System.Text;
using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Reference;

/// <summary>The page <c>schemas/README.md</c>: what is there, since when, from where, and who stands behind it.</summary>
public static class SchemaReference
{
    private const string Head = """
        # Schemas

        Versioned data that formats read and validate with. Each file says its id, version, date of effect, source and status:
        `published` is a published standard, `hub-profile` is this hub's own stand-in for something that is not public (never the official one), `site` is a site's own.
        To put an official file in place of a profile, add it with a later date of effect: no code changes.

        | schema | version | in force from | format | status | source |
        | --- | --- | --- | --- | --- | --- |

        """;

    public static string Page(ISchemaCatalog schemas)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var schema in schemas.All.OrderBy(s => s.Header.Id, StringComparer.Ordinal).ThenBy(s => s.Header.Effective))
        {
            var header = schema.Header;
            var status = header.Status switch { SchemaStatus.Published => "published", SchemaStatus.HubProfile => "hub-profile", _ => "site" };
            page.Append(CultureInfo.InvariantCulture, $"| `{header.Id}` | {header.Version} | {header.Effective:yyyy-MM-dd} | {schema.Format} | {status} | {header.Source.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim()} |\n");
        }

        page.Append("\nEditors complete definitions with the JSON schemas in `definitions/`, which are written from the hub's own declarations.\n");
        return page.ToString();
    }
}
