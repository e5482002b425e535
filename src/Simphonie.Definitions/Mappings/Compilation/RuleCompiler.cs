using System.Text.RegularExpressions;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Rules;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Compiles lists of rules: plain <c>path: value</c> lines here, the others by <see cref="BlockCompiler"/>.</summary>
internal sealed partial class RuleCompiler
{
    private readonly CompileSession _session;
    private readonly BlockCompiler _blocks;

    public RuleCompiler(CompileSession session)
    {
        _session = session;
        _blocks = new BlockCompiler(session, this);
    }

    /// <summary>The rules of a list, or of a map that stands for a list of its entries.</summary>
    public RuleList Compile(Setting? setting, TargetCursor target, ExpressionFrame frame)
    {
        var rules = new List<Rule>();
        switch (setting)
        {
            case null:
                break;
            case Setting.List list:
                foreach (var item in list.Items)
                {
                    CompileEntry(item, target, frame, rules);
                }

                break;
            default:
                CompileEntry(setting, target, frame, rules);
                break;
        }

        return new RuleList(rules);
    }

    private void CompileEntry(Setting setting, TargetCursor target, ExpressionFrame frame, List<Rule> rules)
    {
        if (setting is not Setting.Map map)
        {
            _session.Findings.Add(MappingCodes.Malformed, setting.Place, "a rule is 'path: expression', or a map with for, if, add, copy, set or make");
        }
        else if (BlockCompiler.IsBlock(map))
        {
            if (_blocks.Compile(map, target, frame) is { } block)
            {
                rules.Add(block);
            }
        }
        else
        {
            foreach (var (key, value) in map.Entries)
            {
                if (CompileLine(key, map.PlaceOf(key), value, target, frame) is { } rule)
                {
                    rules.Add(rule);
                }
            }
        }
    }

    private Rule? CompileLine(string key, Place place, Setting value, TargetCursor target, ExpressionFrame frame)
    {
        if (target.IsRoot && value is not Setting.Scalar && ResourceHeader().Match(key) is { Success: true } header)
        {
            var type = header.Groups["type"].Value;
            if (string.Equals(type, target.Type, StringComparison.Ordinal))
            {
                return new GroupRule(Compile(value, target with { IsRoot = false }, frame), place);
            }

            if (IsBundle(target))
            {
                return CompileResource(type, header.Groups["name"], value, place, target, frame);
            }
        }

        if (TargetPathCompiler.Compile(key, target, place, _session.Findings) is not { } path)
        {
            return null;
        }

        if (value is Setting.Scalar or Setting.List { Items: [Setting.Scalar, ..] })
        {
            return ExpressionCompiler.CompileValue(value, frame, _session) is { } source ? new SetRule(path.Steps, source, place) : null;
        }

        return new NestRule(path.Steps, Compile(value, path.End, frame), place);
    }

    private ResourceRule? CompileResource(string type, Group name, Setting value, Place place, TargetCursor target, ExpressionFrame frame)
    {
        if (target.Schema is { } schema && !schema.HasType(type))
        {
            _session.Findings.Add(MappingCodes.UnknownTarget, place, $"{schema.Header.Id} has no resource '{type}'");
            return null;
        }

        var resource = name.Success ? name.Value : null;
        var rules = Compile(value, target.Of(type), frame);
        if (resource is not null)
        {
            _session.Resources.Add(resource);
        }

        return new ResourceRule(type, resource, _session.SeedFor(resource ?? type), rules, place);
    }

    private static bool IsBundle(TargetCursor target) => string.Equals(target.Type, "Bundle", StringComparison.Ordinal);

    [GeneratedRegex("^(?<type>[A-Z][A-Za-z]+)( as (?<name>[A-Za-z_][A-Za-z0-9_]*))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResourceHeader();
}
