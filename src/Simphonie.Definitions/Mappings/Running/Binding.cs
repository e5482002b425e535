using Simphonie.Core.Documents;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>A variable for as long as its rules run; what stood under the name before comes back after.</summary>
internal readonly struct Binding : IDisposable
{
    private readonly MappingRun _run;
    private readonly string _name;
    private readonly IReadOnlyList<Item>? _former;

    private Binding(MappingRun run, string name, IReadOnlyList<Item>? former)
    {
        _run = run;
        _name = name;
        _former = former;
    }

    public static Binding Of(MappingRun run, string name, IReadOnlyList<Item> items)
    {
        run.Context.Variables.TryGetValue(name, out var former);
        run.Context.Variables[name] = items;
        return new Binding(run, name, former);
    }

    public void Dispose()
    {
        if (_former is null)
        {
            _run.Context.Variables.Remove(_name);
        }
        else
        {
            _run.Context.Variables[_name] = _former;
        }
    }
}
