using System.Globalization;
using System.Text.Json;
using Simphonie.Bench.Load;

// `load` is the client in a process of its own; anything else runs the rows.
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

return await Simphonie.Bench.BenchRun.RunAsync(args);
