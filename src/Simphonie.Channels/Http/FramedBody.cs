using Microsoft.AspNetCore.Http;
using Simphonie.Channels.Streams;

namespace Simphonie.Channels.Http;

/// <summary>
/// A request's body that tells broken framing in one way. The listener throws a bare <see cref="IOException"/> for some chunks, which behind it
/// could not be told from a disk that fails; here it is always a <see cref="BadHttpRequestException"/>.
/// </summary>
internal sealed class FramedBody(Stream body) : ForwardStream
{
    public static void Guard(HttpRequest request) => request.Body = new FramedBody(request.Body);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body did not arrive as HTTP says.", StatusCodes.Status400BadRequest, exception);
        }
    }
}
