using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Simphonie.Channels.Mail.Envelopes;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Mail.Mime;

/// <summary>Writes the mail of one payload as its profile says: complete MIME, lines that end with CRLF.</summary>
internal sealed class MailComposer(MailProfile profile, World world, bool compress)
{
    /// <summary>The day and time of subjects are those of France.</summary>
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>What the header says; null when the payload does not hold what the profile takes from it.</summary>
    public MailFacts? Facts(ReadOnlySpan<byte> payload, string identity, DateTimeOffset now)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["time"] = TimeZoneInfo.ConvertTime(now, Paris).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
            ["serial"] = Serial(identity),
        };
        foreach (var value in profile.Values)
        {
            values[value.Name] = value.Of(payload, profile.RecordLength);
        }

        return profile.To.Fill(values.GetValueOrDefault) is { } to
            && profile.Subject.Fill(values.GetValueOrDefault) is { } subject
            && IsHeaderText(to)
            && IsHeaderText(subject)
                ? new(to, subject)
                : null;
    }

    /// <param name="facts">From <see cref="Facts"/>.</param>
    /// <param name="from">Address of the sender.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="payload">What travels.</param>
    /// <param name="certificate">The recipient's; null only when the profile has no envelope.</param>
    /// <param name="now">Date of the mail.</param>
    public byte[] Compose(MailFacts facts, string from, string messageId, ReadOnlySpan<byte> payload, X509Certificate2? certificate, DateTimeOffset now)
    {
        var mail = new ArrayBufferWriter<byte>();
        Line(mail, $"From: <{from}>");
        Line(mail, $"To: <{facts.To}>");
        Line(mail, $"Subject: {facts.Subject}");
        Line(mail, $"Date: {now.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}");
        Line(mail, $"Message-ID: <{messageId}>");
        Line(mail, "MIME-Version: 1.0");
        var part = new ArrayBufferWriter<byte>();
        Part(part, payload);
        if (profile.Cipher == EnvelopeCipher.None)
        {
            mail.Write(part.WrittenSpan);
        }
        else
        {
            Line(mail, "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=\"smime.p7m\"");
            Line(mail, "Content-Transfer-Encoding: base64");
            Line(mail, "Content-Disposition: attachment; filename=\"smime.p7m\"");
            Line(mail, "");
            Base64Lines.Write(SmimeEnvelope.Encrypt(part.WrittenSpan, certificate!, profile.Cipher), mail);
        }

        return mail.WrittenSpan.ToArray();
    }

    private static string Serial(string identity) =>
        (BitConverter.ToUInt32(SHA256.HashData(Encoding.ASCII.GetBytes(identity)).AsSpan(0, 4)) % 100_000).ToString("D5", CultureInfo.InvariantCulture);

    /// <summary>What comes from a payload becomes a header only when it cannot be more than that.</summary>
    private static bool IsHeaderText(string text) => text.Length is > 0 and <= 500 && text.All(static c => c is > ' ' and < '\x7f' and not ('<' or '>'));

    private static void Line(ArrayBufferWriter<byte> writer, string text)
    {
        Encoding.ASCII.GetBytes(text, writer);
        writer.Write("\r\n"u8);
    }

    private void Part(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> payload)
    {
        var packed = compress && profile.CompressedSuffix is not null;
        Line(writer, $"Content-Type: {profile.ContentType}");
        Line(writer, "Content-Transfer-Encoding: base64");
        Line(writer, $"Content-Description: {profile.Descriptions[world]}{(packed ? profile.CompressedSuffix : "")}");
        Line(writer, "");
        Base64Lines.Write(packed ? BoundedGzip.Pack(payload) : payload, writer);
    }
}

/// <summary>What the header of a mail says.</summary>
internal sealed record MailFacts(string To, string Subject);
