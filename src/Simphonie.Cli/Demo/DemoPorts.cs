namespace Simphonie.Cli.Demo;

/// <summary>Ports of the demonstration on 127.0.0.1, all moved by one offset.</summary>
internal sealed record DemoPorts(int Offset)
{
    public int MllpIn => 2575 + Offset;

    public int GapReturn => 2576 + Offset;

    public int Http => 8080 + Offset;

    public int Simulators => 8090 + Offset;
}
