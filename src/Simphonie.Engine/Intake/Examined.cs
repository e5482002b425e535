using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Intake;

/// <summary>What intake found out about a message before it is kept, and how it is to be kept.</summary>
internal sealed record Examined(IntakeDisposition Disposition, Inspection Inspection, IReadOnlyList<Diagnostic> Findings, MessageAppend Append);
