using Simphonie.Channels.Profiles;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>Reads <c>amo.yaml</c>: shares, delays, faults and mail door of the simulated AMO.</summary>
public static class AmoSettingsFile
{
    private const int TenThousand = 10_000;
    private const int Hundred = 100;
    private const int LastLot = 999;
    private const int CodeLength = 4;

    /// <summary>Null when there are findings.</summary>
    /// <param name="path">The file; certificates of the mail door are relative to its directory.</param>
    /// <param name="findings">What is wrong.</param>
    /// <param name="secrets">Replaces references to secrets; without it there are none.</param>
    public static AmoSettings? Read(string path, DiagnosticBag findings, Func<Setting, Setting>? secrets = null)
    {
        var before = findings.Count;
        if (ProfileYaml.Read(path, AmoCodes.Settings, findings) is not { } file)
        {
            return null;
        }

        var map = new ProfileMap(file, AmoCodes.Settings, findings);
        var mail = new AmoMailReader(Path.GetDirectoryName(Path.GetFullPath(path))!, secrets ?? (static setting => setting), findings);
        var settings = Read(map, new()) with { Mail = mail.Read(map) };
        if (findings.Count == before && settings.RejectionsPerTenThousand + settings.PartlyPaidPerTenThousand + settings.DeferredPerTenThousand > TenThousand)
        {
            map.Wrong(map.Place, "Invoices rejected, partly paid and deferred are at most 10000 together.");
        }

        map.End();
        return findings.Count == before ? settings : null;
    }

    private static AmoSettings Read(ProfileMap map, AmoSettings otherwise) => new()
    {
        RejectionsPerTenThousand = Share(map, "rejections_per_ten_thousand", otherwise.RejectionsPerTenThousand),
        AmcRejectionsPerTenThousand = Share(map, "amc_rejections_per_ten_thousand", otherwise.AmcRejectionsPerTenThousand),
        PartlyPaidPerTenThousand = Share(map, "partly_paid_per_ten_thousand", otherwise.PartlyPaidPerTenThousand),
        PartlyPaidPercent = Share(map, "partly_paid_percent", otherwise.PartlyPaidPercent, Hundred),
        DeferredPerTenThousand = Share(map, "deferred_per_ten_thousand", otherwise.DeferredPerTenThousand),
        DeductionsPerTenThousand = Share(map, "deductions_per_ten_thousand", otherwise.DeductionsPerTenThousand),
        OneOffPaymentsPerTenThousand = Share(map, "one_off_payments_per_ten_thousand", otherwise.OneOffPaymentsPerTenThousand),
        LotsRefusedPerTenThousand = Share(map, "lots_refused_per_ten_thousand", otherwise.LotsRefusedPerTenThousand),
        RefuseLots = map.Maps("refuse_lots") is { Count: > 0 } lots ? [.. lots.Select(ReadLot)] : otherwise.RefuseLots,
        Seed = map.Number("seed", otherwise.Seed),
        AcknowledgeAfter = Delay(map, "acknowledge_after_seconds", otherwise.AcknowledgeAfter),
        ReturnAfter = Delay(map, "return_after_seconds", otherwise.ReturnAfter),
        RestAfter = Delay(map, "rest_after_seconds", otherwise.RestAfter),
        Faults = map.Map("faults") is { } faults ? ReadFaults(faults) : otherwise.Faults,
    };

    private static int Share(ProfileMap map, string name, int otherwise, int most = TenThousand)
    {
        var share = map.Number(name, otherwise);
        if (share > most)
        {
            map.Wrong(map.Place, $"'{name}' is at most {most}.");
        }

        return share;
    }

    private static TimeSpan Delay(ProfileMap map, string name, TimeSpan otherwise) => TimeSpan.FromSeconds(map.Number(name, (int)otherwise.TotalSeconds));

    private static RefusedLot ReadLot(ProfileMap map)
    {
        var lot = new RefusedLot(map.Number("number", 0), map.Required("code"));
        if (lot.Number is 0 or > LastLot || lot.Code.Length != CodeLength)
        {
            map.Wrong(map.Place, "A lot to refuse has a number from 1 to 999 and a code of four characters.");
        }

        map.End();
        return lot;
    }

    private static AmoFaults ReadFaults(ProfileMap map)
    {
        var faults = new AmoFaults
        {
            SameReturnTwice = map.Flag("same_return_twice", otherwise: false),
            WrongTotal = map.Flag("wrong_total", otherwise: false),
            ReturnBeforeAcknowledgement = map.Flag("return_before_acknowledgement", otherwise: false),
            UnknownInvoice = map.Flag("unknown_invoice", otherwise: false),
            YearOldInvoice = map.Flag("year_old_invoice", otherwise: false),
            NegativeSign = map.Flag("negative_sign", otherwise: false),
        };
        map.End();
        return faults;
    }
}
