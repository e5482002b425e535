using Simphonie.Core.Lots;

namespace Simphonie.Engine.Testing;

/// <summary>The marks of a route test, which end with it.</summary>
internal sealed class RouteTestMarks : ILotMarkStore
{
    private IReadOnlyList<LotMark> _kept = [];

    public IReadOnlyList<LotMark> Read() => _kept;

    public void Write(IReadOnlyList<LotMark> marks) => _kept = marks;
}
