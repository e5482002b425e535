using Simphonie.Cli.Composition;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;

namespace Simphonie.Cli.Commands.Formats;

/// <summary>A message in a file, read with a format and a schema that the user named or that its first bytes tell.</summary>
internal sealed record MessageFile(string Path, IFormat Format, ISchema? Schema, Document Document)
{
    /// <summary>Null when the file cannot be read or its format is not known; the finding says so.</summary>
    public static MessageFile? Open(string path, string? format, string? schema, ISchemaCatalog schemas, DiagnosticBag findings)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(CommandCodes.FileUnreadable, Place.InFile(path, 0, 0), $"The file cannot be read: {exception.GetType().Name}.");
            return null;
        }

        var name = format ?? schema?.Split('/')[0];
        var codec = name is null ? FormatSet.Recognise(bytes) : FormatSet.All.GetValueOrDefault(name == "xml" || name == "soap" ? "xml" : name);
        if (codec is null)
        {
            findings.Add(CommandCodes.FormatUnknown, Place.InFile(path, 0, 0), $"The format is not known; say it with --format ({string.Join(", ", FormatSet.All.Keys)}).");
            return null;
        }

        var reference = schema ?? FormatSet.DefaultSchema(codec.Name);
        ISchema? found = null;
        if (reference is not null && !schemas.TryResolve(reference, DateOnly.MaxValue, out found))
        {
            findings.Add(CommandCodes.SchemaUnknown, Place.InFile(path, 0, 0), $"There is no schema {reference}.");
            return null;
        }

        return new(path, codec, found, codec.Read(bytes, found));
    }
}
