namespace Simphonie.Channels.Soap.Client;

/// <summary>What the contexts say of the calling software and its site.</summary>
/// <param name="Emetteur">National id of the sender (mode A: the assertion's NameID; mode B: OU of the client certificate); null: left out.</param>
/// <param name="Idam">Authorisation number of the software.</param>
/// <param name="Version">Version of the software.</param>
/// <param name="Instance">UUID of the installation.</param>
/// <param name="Name">Name of the software, <c>urn:lps:name:version</c>.</param>
internal sealed record SoftwareIdentity(string? Emetteur, string? Idam, string? Version, string? Instance, string? Name);
