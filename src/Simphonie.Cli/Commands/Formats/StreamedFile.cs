using Simphonie.Cli.Composition;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;

namespace Simphonie.Cli.Commands.Formats;

/// <summary>A file whose format can be checked while it is read, so that its size does not matter.</summary>
internal static class StreamedFile
{
    private const int Head = 4096;

    /// <summary>False when the file cannot be opened or its format is read whole: then it is for <see cref="MessageFile"/>.</summary>
    public static bool TryValidate(string path, string? format, string? schema, ISchemaCatalog schemas, DiagnosticBag findings, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var head = new byte[Head];
            var codec = Format(format ?? schema?.Split('/')[0], head.AsSpan(0, stream.ReadAtLeast(head, Head, throwOnEndOfStream: false)));
            if (codec is not IStreamedFormat streamed || (schema ?? FormatSet.DefaultSchema(codec.Name)) is not { } reference || !schemas.TryResolve(reference, DateOnly.MaxValue, out var found))
            {
                return false;
            }

            stream.Position = 0;
            streamed.Validate(stream, found, findings, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IFormat? Format(string? name, ReadOnlySpan<byte> head) => name is null ? FormatSet.Recognise(head) : FormatSet.All.GetValueOrDefault(name);
}
