using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Simphonie.Formats.FhirPath.Functions.French;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>All functions that expressions know; the reference page is written from it.</summary>
public static class FunctionCatalog
{
    /// <summary>In the order of the reference page.</summary>
    public static IReadOnlyList<FunctionDeclaration> All { get; } =
    [
        .. ExistenceFunctions.All,
        .. FilteringFunctions.All,
        .. SubsettingFunctions.All,
        .. LogicFunctions.All,
        .. ConversionFunctions.All,
        .. StringFunctions.All,
        .. MathFunctions.All,
        .. TreeFunctions.All,
        .. FhirFunctions.All,
        .. BoundaryFunctions.All,
        .. DateFunctions.All,
        .. PeriodFunctions.All,
        .. IdentityFunctions.All,
        .. CodeFunctions.All,
        .. FormatFunctions.All,
        .. GuardFunctions.All,
        .. MappingFunctions.All,
    ];

    private static readonly FrozenDictionary<string, FunctionDeclaration> ByName = All.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static bool TryFind(string name, [NotNullWhen(true)] out FunctionDeclaration? function) => ByName.TryGetValue(name, out function);
}
