using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Compiles rules that are more than a line: repetition and condition around one action.</summary>
internal sealed class BlockCompiler(CompileSession session, RuleCompiler rules)
{
    private static readonly string[] s_opening = ["for", "let", "if", "add", "copy", "fill", "set", "make", "clear", "number", "apply", "edit"];

    private readonly EditCompiler _edits = new(session, rules);

    public static bool IsBlock(Setting.Map map) => s_opening.Any(key => map[key] is not null);

    public Rule? Compile(Setting.Map written, TargetCursor target, ExpressionFrame frame)
    {
        var map = FieldBinder.Bind(written, MappingFields.Rule, "a rule", session.Findings);
        var each = map["for"] is Setting.Scalar forText ? ExpressionCompiler.Compile(forText, frame, session) : null;
        var inner = each is null ? frame : frame.Focused(each.Type);
        var variable = map.Text("as");
        if (variable is not null)
        {
            inner = inner.With(variable, each?.Type);
        }

        var lets = LetCompiler.Compile(map.Map("let"), ref inner, session);
        var condition = map["if"] is Setting.Scalar ifText ? ExpressionCompiler.Compile(ifText, inner, session) : null;
        if (Action(map, target, inner) is not { } action)
        {
            return null;
        }

        var body = condition is null ? action : new IfRule(condition, action, map.Place);
        body = lets.Around(body);
        return each is null ? body : new ForRule(each, variable, body, map.PlaceOf("for"));
    }

    private Rule? Action(Setting.Map map, TargetCursor target, ExpressionFrame frame)
    {
        var set = map["set"] ?? map["make"];
        if (map["copy"] is Setting.Scalar copy)
        {
            return Copy(map, copy, set, target, frame);
        }

        if (map["fill"] is Setting.Scalar fill)
        {
            return ExpressionCompiler.Compile(fill, frame, session) is { } source ? new FillRule(source, map.PlaceOf("fill")) : null;
        }

        if (map["edit"] is Setting.Scalar edit)
        {
            return _edits.Compile(map, edit, target, frame);
        }

        if (map["apply"] is Setting.Scalar fragment)
        {
            return Apply(map, fragment, target, frame);
        }

        if (map["add"] is Setting.Scalar add)
        {
            return PathOf(add, target) is { } path
                ? new NestRule(Appending(path.Steps), rules.Compile(set, path.End, frame), map.PlaceOf("add"))
                : null;
        }

        if (map["clear"] is Setting.Scalar clear)
        {
            return PathOf(clear, target) is { } path ? new ClearRule(path.Steps, map.PlaceOf("clear")) : null;
        }

        if (map["number"] is Setting.Scalar number)
        {
            return PathOf(number, target) is { } path
                ? new CountRule(path.Steps, map.Text("like") ?? number.Text, next: map["like"] is null, map.PlaceOf("number"))
                : null;
        }

        if (set is not null)
        {
            return new GroupRule(rules.Compile(set, target, frame), map.Place);
        }

        session.Findings.Add(MappingCodes.Malformed, map.Place, "the rule does nothing: it needs set, make, add, copy, fill, clear, number, apply or edit");
        return null;
    }

    private CopyRule? Copy(Setting.Map map, Setting.Scalar copy, Setting? set, TargetCursor target, ExpressionFrame frame)
    {
        if (ExpressionCompiler.Compile(copy, frame, session) is not { } source)
        {
            return null;
        }

        if (map["add"] is not Setting.Scalar add)
        {
            return new CopyRule(source, null, rules.Compile(set, target.Of(TypeOf(source)), frame), map.PlaceOf("copy"));
        }

        return PathOf(add, target) is { } path
            ? new CopyRule(source, Appending(path.Steps), rules.Compile(set, path.End, frame), map.PlaceOf("copy"))
            : null;
    }

    private Rule? Apply(Setting.Map map, Setting.Scalar name, TargetCursor target, ExpressionFrame frame)
    {
        if (FragmentExpander.Enter(session, name) is not { } fragment)
        {
            return null;
        }

        var arguments = map.Map("with");
        FragmentExpander.CheckArguments(session, fragment, arguments, map.Place);
        var inner = frame;
        var lets = LetCompiler.Compile(arguments, ref inner, session, from: frame);
        var body = new GroupRule(rules.Compile(fragment.Rules, target, inner), map.Place);
        FragmentExpander.Leave(session);
        return lets.Around(body);
    }

    private (IReadOnlyList<TargetStep> Steps, TargetCursor End)? PathOf(Setting.Scalar path, TargetCursor target) =>
        TargetPathCompiler.Compile(path.Text, target, path.Place, session.Findings);

    /// <summary>The copy has the type of its original when both are of one schema.</summary>
    private static string? TypeOf(RuleExpression source) => source.Type.Types.Count == 1 ? source.Type.Types[0] : null;

    /// <summary><c>add</c> makes a new one even where the schema does not say that there may be several.</summary>
    private static IReadOnlyList<TargetStep> Appending(IReadOnlyList<TargetStep> steps) => [.. steps.SkipLast(1), steps[^1] with { IsList = true, InPlace = false }];
}
