using System.Security.Cryptography;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Directories;

/// <summary>
/// Puts files into a folder: written under a hidden name, made durable, then renamed, so that a reader sees the whole file or none.
/// A file that is already there with the same bytes is delivered; the hub never replaces one with other bytes.
/// </summary>
internal sealed class DirectoryEndpoint(DirectoryEndpointSettings settings) : IEndpoint
{
    public string Name => settings.Name;

    public EndpointCapabilities Capabilities { get; } = new(RepeatSafe: true, settings.InFlight, Answers: false, settings.Format, null);

    public FrozenDelivery Freeze(FreezeRequest request) => new(settings.FileName.Of(request.Identity, request.Now), request.Body);

    public async ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = Path.GetFileName(request.PeerIdentity);
        var target = Path.Combine(settings.Folder, name);
        var hidden = Path.Combine(settings.Folder, $".{name}.part");
        try
        {
            if (File.Exists(target))
            {
                return await CompareAsync(target, request.Body, cancellationToken);
            }

            await WriteAsync(hidden, request.Body, cancellationToken);
            File.Move(hidden, target, overwrite: false);
        }
        catch (OperationCanceledException)
        {
            TryForget(hidden);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryForget(hidden);
            return new DeliveryOutcome.Unavailable(Diagnostic.Of(DirectoryCodes.CannotWrite, Place.Whole, $"A file cannot be written into the folder of {Name}: {exception.GetType().Name}."), EndpointDown: true);
        }

        return DirectorySync.TryFlush(settings.Folder)
            ? new DeliveryOutcome.Delivered(null)
            : new DeliveryOutcome.Unknown(Diagnostic.Of(DirectoryCodes.NotDurable, Place.Whole, $"The folder of {Name} did not confirm the file's name."));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task WriteAsync(string path, Payload body, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
        await using var source = body.OpenRead();
        await source.CopyToAsync(file, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private async Task<DeliveryOutcome> CompareAsync(string target, Payload body, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        var hash = await SHA256.HashDataAsync(file, cancellationToken);
        return file.Length == body.Length && body.Hash.Span.SequenceEqual(hash)
            ? new DeliveryOutcome.Delivered(null)
            : new DeliveryOutcome.Rejected(Diagnostic.Of(DirectoryCodes.OtherFile, Place.Whole, $"The folder of {Name} has a file of this delivery's name with other contents."), null);
    }

    /// <summary>False when it cannot be removed; the next attempt writes over it.</summary>
    private static bool TryForget(string hidden)
    {
        try
        {
            File.Delete(hidden);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
