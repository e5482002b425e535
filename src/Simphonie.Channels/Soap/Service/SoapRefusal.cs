using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Service;

/// <summary>Why a call is refused before its handler sees it.</summary>
/// <param name="Fault">What the caller is told.</param>
/// <param name="Cause">Code and place for the journal; null when the caller is not known, of whom nothing is kept.</param>
internal sealed record SoapRefusal(SoapFault Fault, Diagnostic? Cause);
