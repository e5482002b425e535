using Simphonie.Bench.Peers;
using Simphonie.Bench.Rows;

namespace Simphonie.Bench.Figures;

/// <summary>Reading of HL7 v2 beside the fastest of the peers.</summary>
internal sealed class ReadingFigures : IBenchRow
{
    private const double TimesFaster = 15;
    private const double MostAllocated = 1000;

    public string Name => "reading";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var peers = await PeerReading.MeasureAsync(context, cancellationToken);
        var figures = new List<Figure>();
        foreach (var own in Hl7Reading.Measure())
        {
            var beside = peers.Where(peer => peer.Message == own.Name && peer.Found > 0).OrderByDescending(peer => peer.MegabytesPerSecond).ToList();
            var times = beside.Count == 0 ? 0 : own.MegabytesPerSecond / beside[0].MegabytesPerSecond;
            figures.Add(new(
                $"read {own.Name}, {own.Bytes} bytes, take 12 fields",
                Figure.Text($"{own.MegabytesPerSecond:0} MB/s, {times:0.0} times the fastest peer"),
                Figure.Text($"{TimesFaster:0} times"),
                times >= TimesFaster,
                string.Join(", ", beside.Select(peer => Figure.Text($"{peer.Peer} {peer.MegabytesPerSecond:0.0} MB/s")))));
            figures.Add(new($"read {own.Name}, allocated a message", Figure.Text($"{own.AllocatedPerMessage:0} bytes"), "under 1 kB", own.AllocatedPerMessage < MostAllocated, ""));
        }

        return figures;
    }
}
