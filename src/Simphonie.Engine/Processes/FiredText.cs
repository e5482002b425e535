using System.Globalization;
using System.Text;
using Simphonie.Engine.Processes.Machine;

namespace Simphonie.Engine.Processes;

/// <summary>Timers that have come, as the journal keeps them: <c>INDEX@TICKS</c>, with commas between.</summary>
internal static class FiredText
{
    public static string? Write(IReadOnlyList<CaseTimer> fired)
    {
        if (fired.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var timer in fired)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{timer.Index}@{timer.Due.UtcTicks}");
        }

        return text.ToString();
    }

    public static IReadOnlyList<CaseTimer> Read(string? text) => text is null
        ? []
        : [.. text.Split(',').Select(static part => part.Split('@')).Select(static pair => new CaseTimer(
            int.Parse(pair[0], CultureInfo.InvariantCulture), new DateTimeOffset(long.Parse(pair[1], CultureInfo.InvariantCulture), TimeSpan.Zero)))];
}
