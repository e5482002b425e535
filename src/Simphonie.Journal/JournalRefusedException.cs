using Simphonie.Core.Diagnostics;

namespace Simphonie.Journal;

/// <summary>A journal, key or backup cannot be used as it is; <see cref="Diagnostic"/> says why and what to do.</summary>
public sealed class JournalRefusedException(Diagnostic diagnostic, Exception? inner = null)
    : Exception($"{diagnostic} {diagnostic.Code.Help}", inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    internal static JournalRefusedException Of(DiagnosticCode code, string path, string text, Exception? inner = null) =>
        new(Diagnostic.Of(code, Place.InFile(path, 0, 0), text), inner);
}
