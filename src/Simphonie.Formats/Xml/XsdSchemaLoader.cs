using System.Globalization;
using System.Xml;
using System.Xml.Schema;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Xml;

/// <summary>
/// Loads <c>*.xsd</c>. The header is an element <c>schema</c> of the namespace <c>urn:simphonie-hub:schema</c> inside <c>xs:annotation/xs:appinfo</c>,
/// with attributes <c>id</c>, <c>version</c>, <c>effective</c>, <c>source</c> and <c>status</c> (<c>published</c>, <c>hub-profile</c>, <c>site</c>).
/// Includes and imports are followed within the schemas folder and nowhere else. Files that are only included or imported lie in a folder called
/// <c>parts</c>, need no header, and are no schemas by themselves.
/// </summary>
public sealed class XsdSchemaLoader : ISchemaLoader
{
    public const string HeaderNamespace = "urn:simphonie-hub:schema";

    public bool CanLoad(string path) =>
        path.EndsWith(".xsd", StringComparison.OrdinalIgnoreCase)
        && Path.GetFileName(Path.GetDirectoryName(path.Replace('\\', '/'))) is not "parts";

    /// <summary>Loads a file of type <see cref="XsdSchema"/>.</summary>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, file => File.Exists(file) ? File.OpenRead(file) : null, findings);

    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        try
        {
            using var stream = open(path);
            if (stream is not null)
            {
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return Load(bytes.ToArray(), path, new XsdFolder(path, open), findings);
            }

            findings.Add(XmlCodes.SchemaUnreadable, Place.InFile(path, 0, 0), "The file does not exist.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(XmlCodes.SchemaUnreadable, Place.InFile(path, 0, 0), "The file cannot be opened.");
        }

        return null;
    }

    private static XsdSchema? Load(byte[] bytes, string path, XsdFolder folder, DiagnosticBag findings)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings, folder.Address.ToString());
            var set = new XmlSchemaSet { XmlResolver = folder };
            var before = findings.Count;
            set.ValidationEventHandler += (_, problem) => findings.Add(XmlCodes.SchemaUnreadable, PlaceOf(path, problem.Exception), problem.Message);
            var schema = XmlSchema.Read(reader, (_, problem) => findings.Add(XmlCodes.SchemaUnreadable, PlaceOf(path, problem.Exception), problem.Message))!;
            set.Add(schema);
            set.Compile();
            var header = HeaderOf(schema, path, findings);
            return header is null || findings.Count > before ? null : new XsdSchema(header, set, schema, bytes);
        }
        catch (XmlException exception)
        {
            findings.Add(XmlCodes.SchemaUnreadable, Place.InFile(path, exception.LineNumber, exception.LinePosition), "The file is not well-formed XML.");
        }
        catch (XmlSchemaException exception)
        {
            findings.Add(XmlCodes.SchemaUnreadable, PlaceOf(path, exception), exception.Message);
        }

        return null;
    }

    private static Place PlaceOf(string path, XmlSchemaException exception) => Place.InFile(path, exception.LineNumber, exception.LinePosition);

    private static SchemaHeader? HeaderOf(XmlSchema schema, string path, DiagnosticBag findings)
    {
        var header = schema.Items.OfType<XmlSchemaAnnotation>()
            .SelectMany(annotation => annotation.Items.OfType<XmlSchemaAppInfo>())
            .SelectMany(info => info.Markup?.OfType<XmlElement>() ?? [])
            .FirstOrDefault(element => element.NamespaceURI == HeaderNamespace && element.LocalName == "schema");
        var status = header?.GetAttribute("status") switch
        {
            "published" => SchemaStatus.Published,
            "hub-profile" => SchemaStatus.HubProfile,
            "site" => SchemaStatus.Site,
            _ => (SchemaStatus?)null,
        };
        if (header is null || status is null || header.GetAttribute("id").Length == 0 || header.GetAttribute("version").Length == 0
            || !DateOnly.TryParseExact(header.GetAttribute("effective"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var effective))
        {
            findings.Add(XmlCodes.SchemaHeader, Place.InFile(path, 1, 1), "The header needs id, version, effective (yyyy-MM-dd), source and status (published, hub-profile or site).");
            return null;
        }

        return new SchemaHeader(header.GetAttribute("id"), header.GetAttribute("version"), effective, header.GetAttribute("source"), status.Value);
    }
}
