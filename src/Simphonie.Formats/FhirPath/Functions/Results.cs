namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>Usual types of results.</summary>
internal static class Results
{
    public static InferredType Unknown(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.Unknown;

    public static InferredType Same(InferredType input, IReadOnlyList<InferredType> arguments) => input;

    public static InferredType One(InferredType input, IReadOnlyList<InferredType> arguments) => input.One();

    public static InferredType First(InferredType input, IReadOnlyList<InferredType> arguments) => arguments[0];

    public static InferredType Boolean(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.Boolean;

    public static InferredType String(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.String;

    public static InferredType Strings(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.String with { Many = true };

    public static InferredType Integer(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.Integer;

    public static InferredType Decimal(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.Decimal;

    public static InferredType Date(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.Date;

    public static InferredType DateTime(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.DateTime;

    public static InferredType Either(InferredType input, IReadOnlyList<InferredType> arguments) =>
        arguments.Count == 0 ? input : arguments.Skip(1).Aggregate(arguments[0], InferredType.Either);

    public static InferredType WithInput(InferredType input, IReadOnlyList<InferredType> arguments) => InferredType.Either(input, arguments[0]) with { Many = true };
}
