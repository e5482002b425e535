namespace Simphonie.Definitions.Mappings.Running;

/// <summary>
/// A node of the output that rules write below. It comes into being with its first value, so that a rule whose input is absent leaves no empty node behind.
/// </summary>
internal sealed class Target
{
    private readonly Target? _parent;
    private readonly IReadOnlyList<Rules.TargetStep> _path;
    private long _handle;

    /// <summary>A node that is there already.</summary>
    public Target(long handle)
    {
        _handle = handle;
        _path = [];
        IsMade = true;
    }

    /// <summary>A node that will be made when it is needed.</summary>
    public Target(Target parent, IReadOnlyList<Rules.TargetStep> path)
    {
        _parent = parent;
        _path = path;
    }

    public bool IsMade { get; private set; }

    public long Handle(MappingRun run)
    {
        if (!IsMade)
        {
            _handle = TargetWalk.Make(run, _parent!.Handle(run), _path, append: _path[^1] is { IsList: true, InPlace: false });
            IsMade = true;
        }

        return _handle;
    }
}
