namespace Simphonie.Simulators.Cdri;

/// <summary>A synthetic person that the simulator knows. Dates of birth are lunar text.</summary>
internal sealed record InsuredPerson
{
    public required Nir Insured { get; init; }

    public required string Birth { get; init; }

    public required int Rank { get; init; }

    public Nir? Certified { get; init; }

    public required string Family { get; init; }

    public string? UsedName { get; init; }

    public required string Given { get; init; }

    public string? Sex { get; init; }

    public PersonAddress? Address { get; init; }

    public IReadOnlyList<RightsPeriod> Rights { get; init; } = [];

    public IReadOnlyList<C2sPeriod> C2s { get; init; } = [];

    public IReadOnlyList<Period> Ame { get; init; } = [];

    public IReadOnlyList<Exemption> Ald { get; init; } = [];

    public Doctor? Doctor { get; init; }

    public bool? LocalScheme { get; init; }

    public bool? Provisional { get; init; }

    /// <summary>The identity that the answer names instead, to try callers that do not compare; null: their own.</summary>
    public AnsweredIdentity? AnswersAs { get; init; }

    /// <summary>Always this fault instead of an answer: subcode and code, such as <c>siram_100/desir_550</c>.</summary>
    public string? Fault { get; init; }
}

internal sealed record Nir(string Number, string Key);

internal sealed record AnsweredIdentity(Nir? Insured, string? Birth, int? Rank);

internal sealed record PersonAddress(IReadOnlyList<string> Lines, string PostCode, string City);

internal sealed record Period(DateOnly From, DateOnly? To)
{
    public bool Holds(DateOnly date) => From <= date && (To is null || date <= To);
}

internal sealed record RightsPeriod(Period Period, string Regime, string Fund, string Centre, string? Label, string Nature, string Management, string Exemption, int? Rate);

internal sealed record C2sPeriod(Period Period, bool Contribution, string Organism, string? Label);

internal sealed record Exemption(Period Period, string Type);

internal sealed record Doctor(string Family, string Given, string Number, string? Rpps);
