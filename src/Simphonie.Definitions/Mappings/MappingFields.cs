using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Mappings;

/// <summary>The one declaration of the mapping language: what parser, linter, JSON schema and reference page are made from.</summary>
public static class MappingFields
{
    /// <summary>Keys of a mapping file.</summary>
    public static IReadOnlyList<FieldDeclaration> Head { get; } =
    [
        new() { Name = "mapping", Kind = FieldKind.Text, Required = true, Description = "Name of the mapping, as routes write it.", Example = "pam-to-eligibility" },
        new() { Name = "version", Kind = FieldKind.Integer, Required = true, Minimum = 1, Description = "Version of the content under this name.", Example = "1" },
        new() { Name = "effective", Kind = FieldKind.Text, Required = true, Description = "First business date it holds for.", Example = "2026-01-01" },
        new() { Name = "from", Kind = FieldKind.Text, Required = true, Description = "Schema of the document that is the focus of expressions.", Example = "hl7v2/pam-fr@2.11" },
        new() { Name = "to", Kind = FieldKind.Text, Required = true, Description = "Schema of the output, with the type of its root after '#'.", Example = "fhir/r4#Bundle" },
        new() { Name = "description", Kind = FieldKind.Text, Description = "What it is for, in one sentence." },
        new() { Name = "sources", Kind = FieldKind.Map, Description = "Further documents it is composed from: variable name and schema.", Example = "{answer: fhir/r4#Bundle}" },
        new() { Name = "tables", Kind = FieldKind.Map, Description = "Code tables: code and value a line; 'else' is the value of every other code, without it another code is a finding.", Example = "{sex: {M: male, F: female, else: unknown}}" },
        new() { Name = "let", Kind = FieldKind.Map, Description = "Named values, in order; each may use those above it, as %name.", Example = "{careDate: PV1-44.date()}" },
        new() { Name = "require", Kind = FieldKind.List, Fields = Requirement, Description = "What must hold; otherwise nothing is made and each unmet line is a finding." },
        new() { Name = "only_if_changed", Kind = FieldKind.List, Description = "Expressions evaluated over the source and over the output: when all are equal, nothing is made.", Example = "[IN1, IN2, IN3]" },
        new() { Name = "fragments", Kind = FieldKind.Map, Description = "Lists of rules that 'apply' uses by name; with parameters as {parameters: [a], rules: […]}." },
        new() { Name = "make", Kind = FieldKind.List, Required = true, Description = "The rules, in the order of the output." },
    ];

    /// <summary>Keys of a fragment file, and of a fragment with parameters inside a mapping.</summary>
    public static IReadOnlyList<FieldDeclaration> Fragment { get; } =
    [
        new() { Name = "fragment", Kind = FieldKind.Text, Description = "Name, as 'apply' writes it (in a file of its own)." },
        new() { Name = "description", Kind = FieldKind.Text, Description = "What it is for, in one sentence." },
        new() { Name = "parameters", Kind = FieldKind.List, Description = "Names that 'with' must give; each is a variable of the rules." },
        new() { Name = "rules", Kind = FieldKind.List, Required = true, Description = "The rules." },
    ];

    /// <summary>Keys of a rule that is more than <c>path: expression</c>.</summary>
    public static IReadOnlyList<FieldDeclaration> Rule { get; } =
    [
        new() { Name = "for", Kind = FieldKind.Expression, Description = "Once for each item; a node becomes the focus of the expressions below.", Example = "PID-3.where(CX-5 = 'PI')" },
        new() { Name = "as", Kind = FieldKind.Text, Description = "Names the item of 'for' as a variable too." },
        new() { Name = "let", Kind = FieldKind.Map, Description = "Named values for this rule." },
        new() { Name = "if", Kind = FieldKind.Expression, Description = "Only when true." },
        new() { Name = "add", Kind = FieldKind.Text, Description = "A new element at the end of the list at this path; 'set' fills it.", Example = "identifier" },
        new() { Name = "copy", Kind = FieldKind.Expression, Description = "The nodes as they stand, byte for byte where the format allows; 'set' changes the copies.", Example = "MSH" },
        new() { Name = "fill", Kind = FieldKind.Expression, Description = "The contents of one node go into the element at hand; rules below change them.", Example = "$this" },
        new() { Name = "set", Kind = FieldKind.List, Description = "Rules for what 'add' or 'copy' made, or for the element at hand." },
        new() { Name = "make", Kind = FieldKind.List, Description = "Rules; at the level of a Bundle also resources ('Patient as patient')." },
        new() { Name = "clear", Kind = FieldKind.Text, Description = "Writes HL7 v2 \"\" at the path: delete the value.", Example = "IN1-13" },
        new() { Name = "number", Kind = FieldKind.Text, Description = "The next number of this path in the output, from 1.", Example = "IN1-1" },
        new() { Name = "like", Kind = FieldKind.Text, Description = "With 'number': the number that this other path was last given.", Example = "IN1-1" },
        new() { Name = "apply", Kind = FieldKind.Text, Description = "The rules of a fragment." },
        new() { Name = "with", Kind = FieldKind.Map, Description = "With 'apply': an expression for each parameter." },
        new() { Name = "edit", Kind = FieldKind.Expression, Description = "The children of a node, byte for byte, but for 'changes'.", Example = "\"%message\"" },
        new() { Name = "changes", Kind = FieldKind.List, Fields = Change, Description = "What 'edit' does not leave as it was." },
    ];

    /// <summary>Keys of a change of <c>edit</c>.</summary>
    public static IReadOnlyList<FieldDeclaration> Change =>
    [
        new() { Name = "at", Kind = FieldKind.Expression, Description = "These nodes are copied, then 'set' changes the copy; the original is the focus." },
        new() { Name = "set", Kind = FieldKind.List, Description = "Rules of 'at'." },
        new() { Name = "replace", Kind = FieldKind.Expression, Description = "These nodes are left out; 'by' writes where the first of them stood." },
        new() { Name = "by", Kind = FieldKind.List, Description = "Rules of 'replace'." },
        new() { Name = "after", Kind = FieldKind.Expression, Description = "'insert' writes behind these nodes." },
        new() { Name = "insert", Kind = FieldKind.List, Description = "Rules of 'after'." },
    ];

    /// <summary>Keys of an entry of <c>require</c>.</summary>
    public static IReadOnlyList<FieldDeclaration> Requirement =>
    [
        new() { Name = "that", Kind = FieldKind.Expression, Required = true, Description = "Must be true." },
        new() { Name = "why", Kind = FieldKind.Text, Required = true, Description = "Text of the finding; never a value of a message." },
    ];
}
