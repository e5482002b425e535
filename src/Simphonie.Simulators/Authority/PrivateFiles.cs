using System.Text;

namespace Simphonie.Simulators.Authority;

/// <summary>Files that only their owner may read, from the first byte on.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerFile | UnixFileMode.UserExecute);
        File.SetUnixFileMode(path, OwnerFile | UnixFileMode.UserExecute);
    }

    public static Task WriteAsync(string path, string text, CancellationToken cancellationToken) => WriteAsync(path, Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Writes beside and renames, so that a reader sees the old file or the new one.</summary>
    public static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        await using (var file = new FileStream(beside, options))
        {
            await file.WriteAsync(bytes, cancellationToken);
        }

        File.Move(beside, path, overwrite: true);
    }
}
