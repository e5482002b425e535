namespace Simphonie.Channels.Mail.Smtp;

/// <summary>A reply of the server: code and text of all lines (RFC 5321, 4.2).</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 400;

    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>Code alone: the text is a peer's.</summary>
    public override string ToString() => $"reply {Code}";
}
