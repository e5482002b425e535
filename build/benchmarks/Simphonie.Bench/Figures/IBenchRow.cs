namespace Simphonie.Bench.Figures;

/// <summary>Measures one thing and says what it is worth.</summary>
internal interface IBenchRow
{
    /// <summary>As <c>--rows</c> names it.</summary>
    string Name { get; }

    Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken);
}
