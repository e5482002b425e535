using Simphonie.Channels.Mail.Envelopes;
using Simphonie.Channels.Mail.Mime;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mail;

/// <summary>Opens a mail: finds the one part of a billing flow, out of its envelope, its encoding and its compression. Pure.</summary>
internal sealed class MailOpener(MailInboundSettings settings)
{
    private const int MostDepth = 8;

    /// <summary>The file that the mail carries, or why there is none.</summary>
    public OpenedMail Open(ReadOnlyMemory<byte> mail)
    {
        var parts = new List<MimeEntity>();
        if (MimeEntity.Read(mail) is not { } entity)
        {
            return new(MailCodes.Malformed);
        }

        var others = false;
        if (Collect(entity, settings.AcceptPlain, 0, parts, ref others) is { } fault)
        {
            return new(fault);
        }

        return parts switch
        {
            [] => new(MailCodes.NoPart) { IsOfOtherFlow = others },
            [var part] => Unpack(part),
            _ => new(MailCodes.SeveralParts),
        };
    }

    /// <summary>Null when the entity could be walked through.</summary>
    private DiagnosticCode? Collect(MimeEntity entity, bool open, int depth, List<MimeEntity> parts, ref bool others)
    {
        if (depth > MostDepth)
        {
            return MailCodes.Malformed;
        }

        if (entity.Type.Name is "application/pkcs7-mime" or "application/x-pkcs7-mime")
        {
            if (entity.Content() is not { } der)
            {
                return MailCodes.Tampered;
            }

            var (part, fault) = SmimeEnvelope.Decrypt(der.Span, settings.Keys);
            return fault ?? (MimeEntity.Read(part) is { } inner ? Collect(inner, open: true, depth + 1, parts, ref others) : MailCodes.Tampered);
        }

        if (entity.Type.Name.StartsWith("multipart/", StringComparison.Ordinal))
        {
            return entity.Parts() is { } inner ? CollectAll(inner, open, depth + 1, parts, ref others) : MailCodes.Malformed;
        }

        if (!string.Equals(entity.Type.Name, settings.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!IsTaken(entity))
        {
            others = true;
            return null;
        }

        parts.Add(entity);
        return open ? null : MailCodes.NotEncrypted;
    }

    private DiagnosticCode? CollectAll(IEnumerable<MimeEntity> entities, bool open, int depth, List<MimeEntity> parts, ref bool others)
    {
        foreach (var entity in entities)
        {
            if (Collect(entity, open, depth, parts, ref others) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private bool IsTaken(MimeEntity entity)
    {
        var description = entity.Headers["Content-Description"] ?? "";
        return settings.Descriptions.Count == 0 || settings.Descriptions.Any(start => description.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    private OpenedMail Unpack(MimeEntity part)
    {
        if (part.Content() is not { } content)
        {
            return new(MailCodes.Malformed);
        }

        var description = part.Headers["Content-Description"] ?? "";
        if (description.EndsWith("/Z", StringComparison.OrdinalIgnoreCase))
        {
            if (BoundedGzip.Unpack(content, settings.MessageBytes, out var tooLarge) is not { } unpacked)
            {
                return new(tooLarge ? MailCodes.TooLarge : MailCodes.NotGzip);
            }

            content = unpacked;
        }

        return content.Length > settings.MessageBytes ? new(MailCodes.TooLarge) : new OpenedMail(null) { File = content, Description = description };
    }
}

/// <summary>What was in a mail.</summary>
/// <param name="Fault">Why nothing could be taken; null when <see cref="File"/> was.</param>
internal sealed record OpenedMail(DiagnosticCode? Fault)
{
    public ReadOnlyMemory<byte> File { get; init; }

    /// <summary>True when there is a part of a billing flow, and it is of none that the channel takes.</summary>
    public bool IsOfOtherFlow { get; init; }

    /// <summary>Name of the flow as the mail gives it.</summary>
    public string Description { get; init; } = "";
}
