namespace Simphonie.Engine.Delivery;

/// <summary>The random part of waits; the generator that it is given is not safe to share, this is.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock _gate = new();

    /// <summary>Uniform in [0, 1).</summary>
    public double Next()
    {
        lock (_gate)
        {
            return random.NextDouble();
        }
    }
}
