namespace Simphonie.Formats.FhirPath;

/// <summary>Lists that one evaluation thread uses again and again. Not thread-safe.</summary>
internal sealed class ListPool<T>
{
    private const int Kept = 32;
    private const int LargestKept = 4096;

    private readonly Stack<List<T>> _free = new();

    public List<T> Rent() => _free.TryPop(out var list) ? list : new List<T>(8);

    public void Return(List<T> list)
    {
        if (_free.Count < Kept && list.Capacity <= LargestKept)
        {
            list.Clear();
            _free.Push(list);
        }
    }
}
