using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Service;

/// <summary>What a SOAP service does with a call that is readable, authenticated and valid.</summary>
public interface ISoapHandler
{
    /// <summary>Answers. Cancelled when the caller hangs up. Exceptions mean bugs: the caller gets a fault without details.</summary>
    ValueTask<SoapAnswer> HandleAsync(SoapRequest request, CancellationToken cancellationToken);
}

/// <summary>A call. Its bytes are valid until the handler returns.</summary>
public sealed record SoapRequest
{
    public required SoapProfile Profile { get; init; }

    public required SoapOperation Operation { get; init; }

    public required SoapEnvelope Envelope { get; init; }

    public required string MessageId { get; init; }

    /// <summary>Subject of the client's certificate, null when it showed none.</summary>
    public string? Peer { get; init; }

    /// <summary>The body's element as a document of its own.</summary>
    public ReadOnlyMemory<byte> Body => Envelope.ContentBytes();

    public XmlMessage Message => Envelope.Message;

    /// <summary>The body's element inside <see cref="Message"/>.</summary>
    public long Content => Envelope.Content;
}

/// <summary>What a handler answers: a body or a fault, or an HTTP status without either (a service that is down).</summary>
public sealed record SoapAnswer
{
    private SoapAnswer()
    {
    }

    /// <summary>The element that goes into the body.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    public SoapFault? Fault { get; private init; }

    /// <summary>A bare HTTP status; 0 for none.</summary>
    public int Status { get; private init; }

    public TimeSpan? RetryAfter { get; private init; }

    public static SoapAnswer Of(ReadOnlyMemory<byte> body) => new() { Body = body };

    public static SoapAnswer Of(SoapFault fault) => new() { Fault = fault };

    /// <summary>True: the connection is cut without an answer, as a failing network does.</summary>
    public bool IsReset { get; private init; }

    /// <summary>For simulators.</summary>
    public static SoapAnswer Reset() => new() { IsReset = true };

    public static SoapAnswer Unavailable(TimeSpan? retryAfter) => new() { Status = 503, RetryAfter = retryAfter };
}
