namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>One function of expressions: what lint checks, what the reference page says, and what runs are declared here together.</summary>
public sealed record FunctionDeclaration
{
    public required string Name { get; init; }

    public required FunctionSet Set { get; init; }

    /// <summary>One or two sentences for the reference page and the editor's hover.</summary>
    public required string Description { get; init; }

    public required string Example { get; init; }

    public IReadOnlyList<FunctionParameter> Parameters { get; init; } = [];

    /// <summary>Such as <c>where(criteria)</c>.</summary>
    public string Signature => $"{Name}({string.Join(", ", Parameters)})";

    public int MinimumArguments => Parameters.Count(parameter => !parameter.Optional);

    public int MaximumArguments => Parameters.Any(parameter => parameter.Repeats) ? int.MaxValue : Parameters.Count;

    internal FunctionBody Body { get; init; } = static (in _, _) => { };

    /// <summary>Type of the result from the type of the input and of the arguments.</summary>
    internal Func<InferredType, IReadOnlyList<InferredType>, InferredType> Result { get; init; } = Results.Unknown;

    /// <summary>True when its input keeps cleared fields, which read as empty everywhere else.</summary>
    internal bool KeepsCleared { get; init; }

    /// <summary>Index of the parameter for an argument; the last one repeats.</summary>
    internal FunctionParameter ParameterOf(int argument) => Parameters[Math.Min(argument, Parameters.Count - 1)];
}

/// <summary>Runs a function and appends its result.</summary>
internal delegate void FunctionBody(in Call call, List<Core.Documents.Item> into);
