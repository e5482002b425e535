using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Simphonie.Bench;
using Simphonie.Bench.Load;
using Simphonie.Bench.Month;

// `load`, `road` and `month` are clients in a process of their own; anything else runs rows.
if (args is ["load", var port, var connections, var warm, var seconds, var template, var run])
{
    var plan = new LoadPlan(
        int.Parse(port, CultureInfo.InvariantCulture),
        int.Parse(connections, CultureInfo.InvariantCulture),
        TimeSpan.FromSeconds(double.Parse(warm, CultureInfo.InvariantCulture)),
        TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)),
        template == "covered" ? LoadMessages.Covered : LoadMessages.Admission,
        run);
    Console.WriteLine(JsonSerializer.Serialize(await MllpLoad.RunAsync(plan, CancellationToken.None)));
    return 0;
}

if (args is ["road", var hub, var returns, var most, var warmUp, var measured])
{
    var plan = new RoadPlan(
        int.Parse(hub, CultureInfo.InvariantCulture),
        int.Parse(returns, CultureInfo.InvariantCulture),
        int.Parse(most, CultureInfo.InvariantCulture),
        TimeSpan.FromSeconds(double.Parse(warmUp, CultureInfo.InvariantCulture)),
        TimeSpan.FromSeconds(double.Parse(measured, CultureInfo.InvariantCulture)));
    Console.WriteLine(JsonSerializer.Serialize(await RoadLoad.RunAsync(plan, CancellationToken.None)));
    return 0;
}

if (args is ["month", var door, var first, var count])
{
    await MonthLoad.InvoicesAsync(
        int.Parse(door, CultureInfo.InvariantCulture), int.Parse(first, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), CancellationToken.None);
    using var own = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor {own.TotalProcessorTime.TotalSeconds:0.000}"));
    return 0;
}

return await BenchRun.RunAsync(args);
