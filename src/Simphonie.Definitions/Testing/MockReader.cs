using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Testing;

/// <summary>Reads what mocked endpoints do.</summary>
internal static class MockReader
{
    public static IReadOnlyDictionary<string, IReadOnlyList<MockBehaviour>> Read(Setting.Map? endpoints, TestContents contents, DiagnosticBag findings)
    {
        var mocks = new Dictionary<string, IReadOnlyList<MockBehaviour>>(StringComparer.Ordinal);
        foreach (var (name, value) in endpoints?.Entries ?? [])
        {
            var behaviours = new List<MockBehaviour>();
            foreach (var one in value is Setting.List list ? list.Items : [value])
            {
                if (one is Setting.Map map)
                {
                    behaviours.Add(Behaviour(FieldBinder.Bind(map, TestFields.Mock, $"endpoint '{name}'", findings), contents));
                }
                else
                {
                    findings.Add(SyntaxCodes.WrongShape, one.Place, $"endpoint '{name}' must be a list of what it does, such as '- answer: cases/open.xml'.");
                }
            }

            mocks[name] = behaviours;
        }

        return mocks;
    }

    private static MockBehaviour Behaviour(Setting.Map map, TestContents contents)
    {
        var action = map.Text("does") switch
        {
            "timeout" => MockAction.Timeout,
            "unavailable" => MockAction.Unavailable,
            "refuse" => MockAction.Refuse,
            _ => map["fault"] is null ? MockAction.Accept : MockAction.Refuse,
        };
        var answer = map.Scalar("answer") ?? map.Scalar("fault");
        var meanwhile = map.Scalar("meanwhile");
        return new(action, answer is null ? null : contents.Read(answer), map.Integer("times") ?? 1, meanwhile is null ? null : contents.Read(meanwhile));
    }
}
