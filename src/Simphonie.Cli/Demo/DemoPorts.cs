using System.Globalization;
using System.Net;
using Simphonie.Cli.Commands;
using Simphonie.Cli.Composition;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Demo;

/// <summary>Ports of the demonstration on 127.0.0.1, all moved by one offset.</summary>
internal sealed record DemoPorts(int Offset)
{
    public int MllpIn => 2575 + Offset;

    public int GapReturn => 2576 + Offset;

    public int Http => 8080 + Offset;

    public int Simulators => 8090 + Offset;

    /// <summary>Throws <see cref="HubStartException"/> when the offset leaves no port for one of them.</summary>
    public void Check()
    {
        if (Math.Min(MllpIn, Http) < 1 || Simulators is < 1 or > IPEndPoint.MaxPort)
        {
            throw new HubStartException(ExitStatus.Findings, [Diagnostic.Of(CommandCodes.PortOutOfRange, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"The ports of the demonstration cannot all be moved by {Offset}."))]);
        }
    }
}
