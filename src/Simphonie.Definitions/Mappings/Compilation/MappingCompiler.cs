using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Definitions.Mappings.Running;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Compiles a mapping file: the head is resolved against the catalog, then lets, requirements and rules, each checked against the schemas.</summary>
public sealed class MappingCompiler : IMappingCompiler
{
    public Mapping? Compile(Setting.Map root, string file, MappingScope scope, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        var mapping = CompileFile(root, scope, own);
        findings.AddRange(own);
        return own.HasErrors ? null : mapping;
    }

    private static CompiledMapping? CompileFile(Setting.Map root, MappingScope scope, DiagnosticBag findings)
    {
        var map = FieldBinder.Bind(root, MappingFields.Head, "a mapping", findings);
        var schemas = new SchemaResolver(scope, EffectiveDate(map, findings), findings);
        var from = schemas.Resolve(map["from"]);
        var to = schemas.Resolve(map["to"]);
        if (from.Format is null || to.Format is null)
        {
            // Without its schemas every path of the file would be a finding of its own.
            return null;
        }

        var tables = Tables(map.Map("tables"), scope, findings);
        var frame = Frame(map.Map("sources"), schemas, from, tables);
        var session = new CompileSession(FragmentReader.Read(map.Map("fragments"), scope.Fragments, findings), findings);

        var lets = LetCompiler.Compile(map.Map("let"), ref frame, session);
        var requirements = Requirements(map, frame, session);
        var target = new TargetCursor(to.Schema, to.Type ?? to.Schema?.RootType, IsRoot: true);
        Rule body = new GroupRule(new RuleCompiler(session).Compile(map["make"], target, frame), map.Place);
        body = requirements.Count == 0 ? body : new RequireRule(requirements, body, map.PlaceOf("require"));

        if (findings.HasErrors)
        {
            return null;
        }

        var head = new MappingHead
        {
            Name = map.Text("mapping")!,
            Version = map.Integer("version") ?? 1,
            Effective = schemas.Effective,
            From = map.Text("from")!,
            To = map.Text("to")!,
            Place = map.Place,
            Sources = [.. (map.Map("sources")?.Entries ?? []).Select(entry => entry.Key)],
            TargetFormat = to.Format,
            TargetSchema = to.Schema,
            TargetType = to.Type,
            Tables = tables,
            Unchanged = Unchanged(map, frame, session),
        };
        return findings.HasErrors ? null : new CompiledMapping(head, lets.Around(body));
    }

    private static DateOnly EffectiveDate(Setting.Map map, DiagnosticBag findings)
    {
        if (map["effective"] is not Setting.Scalar text)
        {
            return DateOnly.MaxValue;
        }

        if (!DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            findings.Add(MappingCodes.Malformed, text.Place, "'effective' is a date such as 2026-01-01");
        }

        return date;
    }

    private static Dictionary<string, CodeTable> Tables(Setting.Map? own, MappingScope scope, DiagnosticBag findings)
    {
        var tables = new Dictionary<string, CodeTable>(scope.Tables, StringComparer.Ordinal);
        foreach (var (name, setting) in own?.Entries ?? [])
        {
            if (CodeTableReader.Read(name, setting, findings) is { } table)
            {
                tables[name] = table;
            }
        }

        return tables;
    }

    private static ExpressionFrame Frame(Setting.Map? sources, SchemaResolver schemas, ResolvedSchema from, IReadOnlyDictionary<string, CodeTable> tables)
    {
        var frame = ExpressionFrame.Of(from, tables.Keys);
        foreach (var (name, reference) in sources?.Entries ?? [])
        {
            frame = frame.WithDocument(name, schemas.Resolve(reference));
        }

        return frame;
    }

    private static List<Requirement> Requirements(Setting.Map map, ExpressionFrame frame, CompileSession session)
    {
        var requirements = new List<Requirement>();
        foreach (var entry in map.Items("require").OfType<Setting.Map>())
        {
            if (entry["that"] is Setting.Scalar that && ExpressionCompiler.Compile(that, frame, session) is { } compiled)
            {
                requirements.Add(new Requirement(compiled, entry.Text("why") ?? that.Text, that.Place));
            }
        }

        return requirements;
    }

    private static UnchangedTest? Unchanged(Setting.Map map, ExpressionFrame frame, CompileSession session)
    {
        var parts = new List<RuleExpression>();
        foreach (var text in map.Scalars("only_if_changed"))
        {
            if (ExpressionCompiler.Compile(text, frame, session) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : new UnchangedTest(parts);
    }
}
