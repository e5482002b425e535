using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Service;

/// <summary>Optional, for a <see cref="ISoapHandler"/> that keeps the calls of known callers that the service refuses.</summary>
public interface ISoapRefusals
{
    /// <summary>Keeps a call; false when it cannot be kept now, so that the caller is asked to come again.</summary>
    /// <param name="call">The bytes as they came, read once; those behind the service's limit may not have been read.</param>
    /// <param name="peer">Subject of the client's certificate.</param>
    /// <param name="messageId">The call's MessageID where it could be read.</param>
    /// <param name="cause">Why it is refused.</param>
    /// <param name="cancellationToken">The caller hung up.</param>
    ValueTask<bool> KeepAsync(Stream call, string? peer, string? messageId, Diagnostic cause, CancellationToken cancellationToken);
}
