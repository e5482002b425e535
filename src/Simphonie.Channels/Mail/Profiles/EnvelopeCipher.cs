namespace Simphonie.Channels.Mail.Profiles;

/// <summary>Cipher of the S/MIME envelope.</summary>
public enum EnvelopeCipher
{
    Aes256Cbc,
    Aes128Cbc,

    /// <summary>What the text of 2012 says; only where a recipient still asks for it.</summary>
    TripleDesCbc,

    /// <summary>No envelope: the part travels as it is. For a relay on the same machine that encrypts.</summary>
    None,
}
