using System.Globalization;

namespace Simphonie.Bench.Processes;

/// <summary>This program once more, as a client in a process of its own.</summary>
internal static class LoadProcess
{
    public static ChildProcess Mllp(int port, int connections, double warmUp, double seconds, string run) =>
        Start("load", Text(port), Text(connections), Text(warmUp), Text(seconds), "admission", run);

    public static ChildProcess Road(int hubPort, int returnPort, int onTheWay, double warmUp, double seconds) =>
        Start("road", Text(hubPort), Text(returnPort), Text(onTheWay), Text(warmUp), Text(seconds));

    public static ChildProcess Month(int port, int first, int count) => Start("month", Text(port), Text(first), Text(count));

    private static ChildProcess Start(params string[] arguments) =>
        ChildProcess.Start("dotnet", [typeof(LoadProcess).Assembly.Location, .. arguments], new Dictionary<string, string>(StringComparer.Ordinal));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
