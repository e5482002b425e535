using System.Xml;

namespace Simphonie.Formats.Xml;

/// <summary>
/// What an XSD includes and imports, from its own folder tree only: the last folder called <c>schemas</c> above it, else the folder it lies in.
/// Locations are resolved as addresses whose root is that folder, so that none leads out of it; any other scheme is refused, and nothing is ever fetched from a network.
/// </summary>
internal sealed class XsdFolder : XmlResolver
{
    private const string Scheme = "schemas";
    private const int MostFiles = 256;
    private readonly string _root;
    private readonly Func<string, Stream?> _open;
    private int _files;

    public XsdFolder(string path, Func<string, Stream?> open)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var folder = Array.LastIndexOf(parts, "schemas", parts.Length - 1);
        var own = folder >= 0 ? folder + 1 : parts.Length - 1;
        _root = string.Concat(parts[..own].Select(static part => part + "/"));
        _open = open;
        Address = new Uri($"{Scheme}://folder/{string.Join('/', parts[own..].Select(Uri.EscapeDataString))}");
    }

    /// <summary>Address of the file itself.</summary>
    public Uri Address { get; }

    public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        if (absoluteUri.Scheme != Scheme || absoluteUri.Host != Address.Host || ++_files > MostFiles)
        {
            throw new IOException("Only files of the schemas folder are included and imported.");
        }

        return _open(_root + Uri.UnescapeDataString(absoluteUri.AbsolutePath).TrimStart('/')) is { } stream && !absoluteUri.AbsolutePath.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            ? stream
            : throw new FileNotFoundException("An included or imported file does not exist.");
    }
}
