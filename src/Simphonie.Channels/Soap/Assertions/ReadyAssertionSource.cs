using System.Globalization;
using System.Text;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>
/// Gives an assertion that another system signed (a card at a workstation) and renews in a file; byte for byte, without the white space around it.
/// One that is too old, or that dates from the future, is not given.
/// </summary>
internal sealed class ReadyAssertionSource(string path, AssertionRules rules, TimeProvider time) : IAssertionSource
{
    private readonly Lock _gate = new();
    private DateTime _written;
    private ReadOnlyMemory<byte> _bytes;
    private DateTimeOffset? _issued;

    public ReadOnlyMemory<byte>? Get()
    {
        lock (_gate)
        {
            try
            {
                Refresh();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }

            var age = time.GetUtcNow() - _issued;
            return age < rules.Lifetime && age > -rules.Ahead ? _bytes : (ReadOnlyMemory<byte>?)null;
        }
    }

    public void Dispose()
    {
    }

    private void Refresh()
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (written == _written)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(File.ReadAllText(path).Trim());
        var message = XmlMessage.Read(bytes, null, XmlLimits.Default);
        var nodes = new List<Core.Documents.Node>();
        message.AppendChildren(0, "@IssueInstant", nodes);
        _issued = message.IsWellFormed && message.RootName == (SoapNames.Assertion, "Assertion") && nodes.Count == 1
            && DateTimeOffset.TryParse(nodes[0].Value.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var issued) ? issued : null;
        _bytes = bytes;
        _written = written;
    }
}
