namespace Simphonie.Simulators.Amo.Configuration;

/// <summary>How to run the simulated AMO.</summary>
public sealed record AmoSimulatorOptions
{
    /// <summary>Folder that B2 files appear in; made when it is not there.</summary>
    public required string Inbox { get; init; }

    /// <summary>Folder that acknowledgements and returns are put into; made when it is not there.</summary>
    public required string Answers { get; init; }

    /// <summary>Layouts that files are checked with: a file of <c>schemas/b2</c>.</summary>
    public required string Layouts { get; init; }

    /// <summary>Form of returns: a file of <c>schemas/noemie</c>.</summary>
    public required string ReturnForm { get; init; }

    /// <summary>Form of acknowledgements, a hub profile, as the national layout is not public.</summary>
    public required string AcknowledgementForm { get; init; }

    public AmoSettings Settings { get; init; } = new();

    /// <summary>Null: there is no mail door.</summary>
    public AmoMailOptions? Mail { get; init; }

    public required TimeProvider Time { get; init; }
}
