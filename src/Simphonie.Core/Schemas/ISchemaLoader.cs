using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Schemas;

/// <summary>
/// Reads schema files of one format. The catalog asks each loader in turn about each file under <c>schemas/</c>. Stateless and thread-safe.
/// </summary>
public interface ISchemaLoader
{
    /// <summary>True when the file is a schema of this loader's format, judged by its name and place alone. A file that belongs to another schema is not loadable by itself.</summary>
    bool CanLoad(string path);

    /// <summary>Loads the schema of a file; null when <paramref name="findings"/> got an error. A file that is missing or malformed is a finding with line and column, never an exception.</summary>
    ISchema? Load(string path, DiagnosticBag findings);

    /// <summary>The same over files that lie elsewhere, such as in a revision kept by the journal: <paramref name="open"/> gives the bytes of a path, null when there is no such file.</summary>
    ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings) => Load(path, findings);
}
