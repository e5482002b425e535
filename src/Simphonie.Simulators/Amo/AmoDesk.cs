using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Simphonie.Core.Diagnostics;
using Simphonie.Simulators.Amo.Answering;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo;

/// <summary>Takes one file, decides, and lays its answers aside until they are due. Not thread-safe: files come one after the other.</summary>
internal sealed class AmoDesk(AmoForms forms, AmoSettings settings, AnswerQueue queue, TimeProvider time, ILogger log)
{
    private const int NameLength = 8;

    private readonly SentFileReader _reader = new(forms.Layouts);
    private readonly Decisions _decisions = new(settings);
    private readonly AcknowledgementComposer _acknowledgements = new(forms.Acknowledgements);
    private readonly ReturnComposer _returns = new(forms.Returns);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public AmoCounts Counts { get; private set; }

    /// <summary>What is wrong with the file; empty when it is taken.</summary>
    public DiagnosticBag Take(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var key = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (_known.Contains(key))
        {
            return findings;
        }

        if (_reader.Read(bytes, findings, cancellationToken) is { } file && Answer(file, key[..NameLength], findings))
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

    private bool Answer(SentFile file, string name, DiagnosticBag findings)
    {
        var now = time.GetUtcNow();
        var early = settings.Faults.ReturnBeforeAcknowledgement;
        var acknowledgedAt = now + (early ? settings.ReturnAfter : settings.AcknowledgeAfter);
        var returnedAt = now + (early ? settings.AcknowledgeAfter : settings.ReturnAfter);
        LotAge? Refusal(SentLot lot) => LotAge.Refusing(lot, Day(now));

        var accepted = file.Lots.Where(lot => Refusal(lot) is null).ToList();
        var plan = ReturnPlan.Of(accepted, _decisions, settings.Faults);
        var acknowledgement = _acknowledgements.Compose(file, Refusal, Day(acknowledgedAt));
        var paid = plan.Count == 0 ? [] : _returns.Compose(file, plan, Day(returnedAt));
        if (acknowledgement is null || paid is null)
        {
            findings.Add(AmoCodes.DoesNotFit, Place.Whole, AmoCodes.DoesNotFit.Title);
            return false;
        }

        var stem = $"{file.Head.AnswerId()}-{name}";
        queue.Add($"{stem}-arl.dat", acknowledgedAt, acknowledgement);
        if (paid.Length > 0)
        {
            AddReturn(stem, returnedAt, paid);
        }

        Count(file, accepted);
        return true;
    }

    private void AddReturn(string stem, DateTimeOffset due, byte[] bytes)
    {
        if (settings.Faults.WrongTotal)
        {
            WrongTotal.Put(bytes);
        }

        queue.Add($"{stem}-noemie.dat", due, bytes);
        if (settings.Faults.SameReturnTwice)
        {
            queue.Add($"{stem}-noemie-again.dat", due, bytes);
        }
    }

    private void Count(SentFile file, List<SentLot> accepted)
    {
        var invoices = accepted.Sum(lot => lot.Invoices.Count);
        var rejected = accepted.Sum(lot => lot.Invoices.Count(invoice => _decisions.Of(invoice.Key) is not null));
        Counts = Counts with { Files = Counts.Files + 1, Paid = Counts.Paid + invoices - rejected, Rejected = Counts.Rejected + rejected };
        AmoLog.Taken(log, file.Lots.Count, invoices, rejected);
        foreach (var lot in file.Lots)
        {
            if (LotAge.Refusing(lot, Day(time.GetUtcNow())) is { } refused)
            {
                AmoLog.LotRefused(log, refused.Code);
            }
        }
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
