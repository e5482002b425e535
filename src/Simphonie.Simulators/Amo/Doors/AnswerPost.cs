using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;

namespace Simphonie.Simulators.Amo.Doors;

/// <summary>
/// Sends the answers that lie in a folder. Each becomes a complete mail first, kept as a file, and that is sent until a server has taken it: a repeat has identical bytes.
/// What a server refuses for good goes to the folder <c>error</c>.
/// </summary>
internal sealed class AnswerPost(string folder, IEndpoint acknowledgements, IEndpoint returns, ILogger log, TimeProvider time) : IAsyncDisposable
{
    private const string Mail = ".eml";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly string _error = Path.Combine(folder, "error");
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);

    public void Create() => Directory.CreateDirectory(_error);

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.dat").Order(StringComparer.Ordinal).ToArray())
        {
            Freeze(file);
        }

        foreach (var mail in Directory.EnumerateFiles(folder, "*" + Mail).Order(StringComparer.Ordinal).ToArray())
        {
            if (!await SendAsync(mail, cancellationToken))
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await acknowledgements.DisposeAsync();
        await returns.DisposeAsync();
    }

    private IEndpoint For(string path) => path.EndsWith("-arl.dat", StringComparison.Ordinal) || path.EndsWith("-arl" + Mail, StringComparison.Ordinal) ? acknowledgements : returns;

    private void Freeze(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var frozen = For(file).Freeze(new FreezeRequest(name, File.ReadAllBytes(file), time.GetUtcNow()));
        if (frozen.Refusal is { } refusal)
        {
            AmoLog.NotMailed(log, refusal.Code.Id);
            File.Move(file, Path.Combine(_error, Path.GetFileName(file)), overwrite: true);
            return;
        }

        var hidden = Path.Combine(folder, "." + name);
        File.WriteAllBytes(hidden, frozen.Body.Span);
        File.Move(hidden, Path.ChangeExtension(file, Mail), overwrite: true);
        File.Delete(file);
    }

    /// <summary>False when no mail can leave now.</summary>
    private async Task<bool> SendAsync(string mail, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(mail);
        var attempt = _attempts[name] = _attempts.GetValueOrDefault(name) + 1;
        var body = new InlinePayload(await File.ReadAllBytesAsync(mail, cancellationToken));
        switch (await For(mail).DeliverAsync(new DeliveryRequest(name, body, attempt, s_patience), cancellationToken))
        {
            case DeliveryOutcome.Delivered:
                File.Delete(mail);
                _attempts.Remove(name);
                return true;
            case DeliveryOutcome.Rejected rejected:
                AmoLog.NotMailed(log, rejected.Cause.Code.Id);
                File.Move(mail, Path.Combine(_error, Path.GetFileName(mail)), overwrite: true);
                return true;
            default:
                if (attempt == 1)
                {
                    AmoLog.MailWaits(log);
                }

                return false;
        }
    }
}
