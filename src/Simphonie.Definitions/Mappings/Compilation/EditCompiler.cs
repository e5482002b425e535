using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Compiles <c>edit</c> and its changes.</summary>
internal sealed class EditCompiler(CompileSession session, RuleCompiler rules)
{
    private static readonly (string Key, string Rules, EditKind Kind)[] s_kinds =
    [
        ("at", "set", EditKind.Alter),
        ("replace", "by", EditKind.Replace),
        ("after", "insert", EditKind.InsertAfter),
    ];

    public Rule? Compile(Setting.Map map, Setting.Scalar edit, TargetCursor target, ExpressionFrame frame)
    {
        var source = ExpressionCompiler.Compile(edit, frame, session);
        var changes = new List<EditChange>();
        foreach (var change in map.Items("changes").OfType<Setting.Map>())
        {
            if (Change(change, target, frame) is { } compiled)
            {
                changes.Add(compiled);
            }
        }

        return source is null ? null : new EditRule(source, changes, map.PlaceOf("edit"));
    }

    private EditChange? Change(Setting.Map map, TargetCursor target, ExpressionFrame frame)
    {
        foreach (var (key, rulesKey, kind) in s_kinds)
        {
            if (map[key] is not Setting.Scalar expression)
            {
                continue;
            }

            if (ExpressionCompiler.Compile(expression, frame, session) is not { } nodes)
            {
                return null;
            }

            var inside = kind == EditKind.Alter;
            return new EditChange(
                kind,
                nodes,
                rules.Compile(map[rulesKey], inside ? target.Of(nodes.Type.Types.Count == 1 ? nodes.Type.Types[0] : null) : target, inside ? frame.Focused(nodes.Type) : frame));
        }

        session.Findings.Add(MappingCodes.Malformed, map.Place, "a change is at and set, replace and by, or after and insert");
        return null;
    }
}
