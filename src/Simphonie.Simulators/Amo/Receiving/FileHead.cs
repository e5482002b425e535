using System.Security.Cryptography;
using System.Text;

namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>Record 000 of a file. An answer goes the other way.</summary>
internal sealed record FileHead(string SenderType, string Sender, string RecipientType, string Recipient, string FileId, string Created)
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int AnswerIdLength = 6;

    /// <summary>File id of an answer: always the same for the same file, and another for two establishments that chose the same one.</summary>
    /// <param name="which">Empty for acknowledgement and return; a word for any further answer of the same kind.</param>
    public string AnswerId(string which = "")
    {
        var hash = SHA256.HashData(Encoding.Latin1.GetBytes($"{Sender}/{Recipient}/{FileId}/{Created}{which}"));
        return string.Create(AnswerIdLength, hash, static (into, bytes) =>
        {
            for (var at = 0; at < into.Length; at++)
            {
                into[at] = Characters[BitConverter.ToUInt16(bytes, at * 2) % Characters.Length];
            }
        });
    }
}
