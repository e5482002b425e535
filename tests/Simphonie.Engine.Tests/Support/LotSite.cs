using Simphonie.Core.Lots;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Tests.Support;

/// <summary>A site that makes lots for two caisses.</summary>
public static class LotSite
{
    public static readonly LotSeries Paris = new("750000010", Core.Messages.World.Test, "01750");

    public static LotsDefinition Lots { get; } = new()
    {
        Sender = new("750000010", "CH EXEMPLE", "355", "13", "03"),
        Recipients = new(
            [new("01", "750", "", new("01750", "01", "750", "750", null)), new("01", "061", "", new("01061", "01", "061", "061", null)), new("02", "", "", new("02141", "02", "141", "141", null))],
            null,
            code => code == "02141" ? NumberOwner.Gap : NumberOwner.Hub),
        Records = 1000,
        Invoices = 999,
        Times = new(TimeSpan.FromHours(4), []),
    };

    public static Route Adds { get; } = Routes.Of("invoices", new Step.Lot("message", "ace-mco", null, Routes.Nowhere)) with { Key = FakeExpression.Field("no") };

    public static Route Sends { get; } = Routes.Of("lots-out", new Step.Send("caisse", null, "message", Routes.Nowhere)) with { From = [LotChannel.Name], Key = null };

    public static TestHubOptions Options => new() { Routes = [Adds, Sends], Lots = Lots };
}
