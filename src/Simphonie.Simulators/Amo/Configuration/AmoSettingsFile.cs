using Simphonie.Channels.Profiles;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>Reads <c>amo.yaml</c>: rate of rejection, delays and faults of the simulated AMO.</summary>
public static class AmoSettingsFile
{
    private const int TenThousand = 10_000;

    /// <summary>Null when there are findings.</summary>
    public static AmoSettings? Read(string path, DiagnosticBag findings)
    {
        var before = findings.Count;
        if (ProfileYaml.Read(path, AmoCodes.Settings, findings) is not { } file)
        {
            return null;
        }

        var map = new ProfileMap(file, AmoCodes.Settings, findings);
        var settings = new AmoSettings();
        settings = settings with
        {
            RejectionsPerTenThousand = map.Number("rejections_per_ten_thousand", settings.RejectionsPerTenThousand),
            Seed = map.Number("seed", settings.Seed),
            AcknowledgeAfter = TimeSpan.FromSeconds(map.Number("acknowledge_after_seconds", (int)settings.AcknowledgeAfter.TotalSeconds)),
            ReturnAfter = TimeSpan.FromSeconds(map.Number("return_after_seconds", (int)settings.ReturnAfter.TotalSeconds)),
            Faults = map.Map("faults") is { } faults ? ReadFaults(faults) : settings.Faults,
        };
        if (settings.RejectionsPerTenThousand > TenThousand)
        {
            map.Wrong(map.Place, "'rejections_per_ten_thousand' is at most 10000.");
        }

        map.End();
        return findings.Count == before ? settings : null;
    }

    private static AmoFaults ReadFaults(ProfileMap map)
    {
        var faults = new AmoFaults
        {
            SameReturnTwice = map.Flag("same_return_twice", otherwise: false),
            WrongTotal = map.Flag("wrong_total", otherwise: false),
            ReturnBeforeAcknowledgement = map.Flag("return_before_acknowledgement", otherwise: false),
            UnknownInvoice = map.Flag("unknown_invoice", otherwise: false),
            NegativeSign = map.Flag("negative_sign", otherwise: false),
        };
        map.End();
        return faults;
    }
}
