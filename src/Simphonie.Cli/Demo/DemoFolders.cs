using Simphonie.Journal;

namespace Simphonie.Cli.Demo;

/// <summary>Folders of the demonstration in its data directory: between the GAP and the hub, and between the hub and the simulated caisse.</summary>
internal sealed class DemoFolders(string data)
{
    public string Root { get; } = Path.Combine(Path.GetFullPath(data), "demo-files");

    /// <summary>B2 files that the GAP made itself.</summary>
    public string FromGap => Path.Combine(Root, "from-gap");

    /// <summary>What goes back to the GAP as files.</summary>
    public string ToGap => Path.Combine(Root, "to-gap");

    /// <summary>Files of lots for the caisse.</summary>
    public string ToCaisse => Path.Combine(Root, "to-caisse");

    /// <summary>Acknowledgements and returns of the caisse.</summary>
    public string FromCaisse => Path.Combine(Root, "from-caisse");

    /// <summary>What the simulated caisse keeps of its mailbox, should it have one.</summary>
    public string Mailbox => Path.Combine(Root, "caisse-mail");

    public void Create()
    {
        foreach (var folder in (string[])[Root, FromGap, ToGap, ToCaisse, FromCaisse])
        {
            DataDirectory.Create(folder);
        }
    }

    /// <summary>The folder that <c>hub.yaml</c> names by a variable; null for another name.</summary>
    public string? Named(string variable) => variable switch
    {
        "DEMO_FROM_GAP" => FromGap,
        "DEMO_TO_GAP" => ToGap,
        "DEMO_TO_CAISSE" => ToCaisse,
        "DEMO_FROM_CAISSE" => FromCaisse,
        _ => null,
    };
}
