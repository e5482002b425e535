using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>
/// A value that messages are found by. Every repetition of the field in every occurrence of its segment counts whose component 5 says the wanted type.
/// The value is component 1; with an authority it is <c>id^^^authority</c>: the OID of component 4, else its namespace.
/// </summary>
/// <param name="Name">Name of the key: <c>ipp</c>.</param>
/// <param name="Field">The field, such as <c>PID-3</c>.</param>
/// <param name="IdentifierType">Wanted component 5, null for any.</param>
/// <param name="WithAuthority">True: component 4 is part of the value.</param>
/// <param name="Identity">True: an identity, kept only as HMAC.</param>
public sealed record Hl7Key(string Name, Hl7Path Field, string? IdentifierType, bool WithAuthority, bool Identity)
{
    /// <summary>True: a NIR or INS, kept without blanks and with its key, so that every way of writing it is found.</summary>
    public bool IsNir { get; init; }

    /// <summary>True: values without component 5 count too, as senders leave it out of MRG.</summary>
    public bool OrUntyped { get; init; }
}
