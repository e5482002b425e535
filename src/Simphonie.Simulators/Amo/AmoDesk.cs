using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Simphonie.Core.Diagnostics;
using Simphonie.Simulators.Amo.Answering;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo;

/// <summary>Takes one file, decides, and lays its answers aside until they are due. Thread-safe: files come one after the other, whatever their doors.</summary>
internal sealed class AmoDesk(AmoForms forms, AmoSettings settings, TimeProvider time, ILogger log)
{
    private const int NameLength = 8;

    private readonly Lock _gate = new();
    private readonly SentFileReader _reader = new(forms.Layouts);
    private readonly Decisions _decisions = new(settings);
    private readonly AnswerMaker _answers = new(forms, settings);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public AmoCounts Counts { get; private set; }

    /// <summary>What is wrong with the file; empty when it is taken.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="queue">Where its answers wait.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public DiagnosticBag Take(ReadOnlyMemory<byte> bytes, AnswerQueue queue, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return TakeOne(bytes, queue, cancellationToken);
        }
    }

    private DiagnosticBag TakeOne(ReadOnlyMemory<byte> bytes, AnswerQueue queue, CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var key = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (_known.Contains(key))
        {
            return findings;
        }

        if (_reader.Read(bytes, findings, cancellationToken) is { } file && Answer(file, key[..NameLength], queue, findings))
        {
            _known.Add(key);
        }
        else
        {
            Counts = Counts with { Refused = Counts.Refused + 1 };
            var first = findings.First(finding => finding.Severity == Severity.Error);
            AmoLog.Refused(log, findings.Count(finding => finding.Severity == Severity.Error), first.Code.Id, first.Place.ToString());
        }

        return findings;
    }

    private bool Answer(SentFile file, string name, AnswerQueue queue, DiagnosticBag findings)
    {
        if (_answers.Make(file, time.GetUtcNow()) is not { } answers)
        {
            findings.Add(AmoCodes.DoesNotFit, Place.Whole, AmoCodes.DoesNotFit.Title);
            return false;
        }

        foreach (var answer in answers.Files)
        {
            queue.Add($"{answer.Id}-{name}-{answer.Name}.dat", answer.Due, answer.Bytes);
        }

        Count(answers);
        return true;
    }

    private void Count(Answers answers)
    {
        var verdicts = answers.Accepted.SelectMany(lot => lot.Invoices).CountBy(invoice => _decisions.Of(invoice.Key).Verdict).ToDictionary();
        var (rejected, partly, deferred) = (verdicts.GetValueOrDefault(Verdict.Rejected), verdicts.GetValueOrDefault(Verdict.PartlyPaid), verdicts.GetValueOrDefault(Verdict.Deferred));
        var invoices = verdicts.Values.Sum();
        Counts = new(
            Counts.Files + 1,
            Counts.Refused,
            Counts.Paid + invoices - rejected - partly - deferred,
            Counts.Rejected + rejected,
            Counts.PartlyPaid + partly,
            Counts.Deferred + deferred,
            Counts.LotsRefused + answers.Refused.Count);
        AmoLog.Taken(log, answers.Accepted.Count + answers.Refused.Count, invoices, rejected);
        foreach (var refused in answers.Refused)
        {
            AmoLog.LotRefused(log, refused.Code);
        }
    }
}
