using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Mappings;

/// <summary>Findings of mappings: 120x to 121x when a file is compiled, 122x when it runs.</summary>
public static class MappingCodes
{
    public static readonly DiagnosticCode Malformed = new(
        "SIM1200", Severity.Error, "A part of a mapping has the wrong shape.", "Write it as mappings/README.md shows.");

    public static readonly DiagnosticCode UnknownSchema = new(
        "SIM1202", Severity.Error, "A schema that a mapping names does not exist.", "Correct from, to or sources, or add the schema file.");

    public static readonly DiagnosticCode UnknownTarget = new(
        "SIM1203", Severity.Error, "A target path is not in the schema of the output.", "Take the suggested name, or extend the schema.");

    public static readonly DiagnosticCode BadTargetPath = new(
        "SIM1204", Severity.Error, "A target path cannot be read.", "Write names with dots between them, or an HL7 v2 address.");

    public static readonly DiagnosticCode UnknownFragment = new(
        "SIM1205", Severity.Error, "A fragment that is used does not exist.", "Declare it under fragments, or in a *.fragment.yaml file.");

    public static readonly DiagnosticCode FragmentCycle = new(
        "SIM1206", Severity.Error, "Fragments use each other in a circle.", "Break the circle: let one of the two do without the other.");

    public static readonly DiagnosticCode FragmentParameter = new(
        "SIM1207", Severity.Error, "The parameters given to a fragment are not those it declares.", "Give each declared parameter once.");

    public static readonly DiagnosticCode BadTable = new(
        "SIM1209", Severity.Error, "A code table cannot be read.", "Write one code: value a line, and 'else' for all other codes.");

    public static readonly DiagnosticCode DuplicateName = new(
        "SIM1210", Severity.Error, "A name is declared twice.", "Rename one of the two.");

    public static readonly DiagnosticCode SeveralValues = new(
        "SIM1220", Severity.Error, "Several values for an element that takes one.", "Choose one in the rule: where(), first() or one().");

    public static readonly DiagnosticCode AmbiguousReference = new(
        "SIM1221", Severity.Error, "A reference could mean several resources.", "Make the reference inside a 'for' over the same items as the resource.");

    public static readonly DiagnosticCode RequirementNotMet = new(
        "SIM1222", Severity.Error, "A requirement of the mapping is not met, so nothing was made.", "The text of the finding says which; correct the input or decide by hand.");

    public static readonly DiagnosticCode NotANode = new(
        "SIM1223", Severity.Error, "The items of a 'for' are computed values and cannot be the focus.", "Name the item with 'as' and write its variable.");

    public static readonly DiagnosticCode MissingSource = new(
        "SIM1224", Severity.Error, "A document that the mapping is composed from was not given.", "Let an earlier step of the route make it under that name.");
}
