namespace Simphonie.Channels.Tests.Directories;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("simphonie-files-").FullName;

    public IReadOnlyList<string> Names(string below = "") =>
        [.. System.IO.Directory.EnumerateFiles(System.IO.Path.Combine(Path, below)).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Put(string name, byte[] body) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), body);

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
