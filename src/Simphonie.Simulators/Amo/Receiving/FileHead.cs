using System.Security.Cryptography;
using System.Text;

namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>Record 000 of a file. An answer goes the other way.</summary>
internal sealed record FileHead(string SenderType, string Sender, string RecipientType, string Recipient, string FileId, string Created)
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int AnswerIdLength = 6;

    /// <summary>File id of the answers: always the same for the same file, and another for two establishments that chose the same one.</summary>
    public string AnswerId()
    {
        var hash = SHA256.HashData(Encoding.Latin1.GetBytes($"{Sender}/{Recipient}/{FileId}/{Created}"));
        return string.Create(AnswerIdLength, hash, static (into, bytes) =>
        {
            for (var at = 0; at < into.Length; at++)
            {
                into[at] = Characters[BitConverter.ToUInt16(bytes, at * 2) % Characters.Length];
            }
        });
    }
}
