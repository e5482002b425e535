using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;

namespace Simphonie.Channels.Mail.Profiles;

/// <summary>
/// How one flow travels by mail: addresses, subject, inner part, envelope. Versioned data of <c>schemas/mail/*.mail.yaml</c>,
/// in the catalog beside schemas; it has no types of its own. Immutable.
/// </summary>
public sealed record MailProfile : ISchema
{
    public const string FormatName = "mail";

    public required SchemaHeader Header { get; init; }

    public string Format => FormatName;

    public string RootType => "";

    /// <summary>Format of the payload (<c>b2</c>).</summary>
    public required string Payload { get; init; }

    /// <summary>Length of a record of the payload, in bytes.</summary>
    public required int RecordLength { get; init; }

    /// <summary>Values that the templates may name, taken from the payload.</summary>
    public required IReadOnlyList<PayloadValue> Values { get; init; }

    /// <summary>Address of the recipient.</summary>
    public required MailTemplate To { get; init; }

    public required MailTemplate Subject { get; init; }

    /// <summary>Media type of the inner part.</summary>
    public required string ContentType { get; init; }

    /// <summary>Content-Description of the inner part, by world.</summary>
    public required IReadOnlyDictionary<World, string> Descriptions { get; init; }

    /// <summary>What is put behind the description when the payload is compressed; null: it is not compressed.</summary>
    public required string? CompressedSuffix { get; init; }

    public required EnvelopeCipher Cipher { get; init; }

    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        element = default;
        return false;
    }

    public IReadOnlyList<string> ElementNames(string type) => [];

    public bool HasType(string type) => false;
}
