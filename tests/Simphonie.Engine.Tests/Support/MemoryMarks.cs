using Simphonie.Core.Lots;

namespace Simphonie.Engine.Tests.Support;

/// <summary>Marks that a test can look at, make older, and make fail.</summary>
public sealed class MemoryMarks : ILotMarkStore
{
    public IReadOnlyList<LotMark> Kept { get; set; } = [];

    public bool Fails { get; set; }

    public IReadOnlyList<LotMark> Read() => Kept;

    public void Write(IReadOnlyList<LotMark> marks)
    {
        if (Fails)
        {
            throw new IOException("The disk of the test is full.");
        }

        Kept = [.. marks];
    }
}
