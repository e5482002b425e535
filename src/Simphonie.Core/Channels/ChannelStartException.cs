using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Channels;

/// <summary>The environment does not let a channel start; the command ends with status 3.</summary>
public sealed class ChannelStartException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic.ToString(), inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
