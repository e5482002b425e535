namespace Simphonie.Channels.Soap.Envelopes;

/// <summary>A fault as a value, the same for both versions. The texts are for the caller: they are payload and never logged.</summary>
/// <param name="Code">SOAP 1.2's name: <c>Sender</c>, <c>Receiver</c>, <c>MustUnderstand</c>, <c>VersionMismatch</c>. Never decided upon.</param>
/// <param name="Subcode">Local name of the subcode, such as <c>siram_40</c>; null for none.</param>
/// <param name="Reason">Text for the user.</param>
/// <param name="Error">The detail of the SIRAM family, null when there is none.</param>
public sealed record SoapFault(string Code, string? Subcode, string Reason, SiramError? Error)
{
    public override string ToString() => $"fault {Subcode} {Error?.Code}";
}

/// <summary><c>siram:Erreur</c>. The wire shows severities outside the schema's list, so it is text.</summary>
public sealed record SiramError(string Code, string Severity, string? MessageId, string Text)
{
    public override string ToString() => Code;
}
