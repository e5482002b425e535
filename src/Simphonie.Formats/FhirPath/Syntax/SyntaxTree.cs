using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Syntax;

/// <summary>A node of the syntax tree; <paramref name="Start"/> and <paramref name="End"/> are 0-based positions in the expression.</summary>
internal abstract record SyntaxTree(int Start, int End)
{
    public sealed record Literal(Value Value, int Start, int End) : SyntaxTree(Start, End);

    public sealed record Empty(int Start, int End) : SyntaxTree(Start, End);

    public sealed record External(string Name, int Start, int End) : SyntaxTree(Start, End);

    public sealed record Special(string Name, int Start, int End) : SyntaxTree(Start, End);

    /// <summary>A name, first term when <paramref name="Source"/> is null.</summary>
    public sealed record Member(SyntaxTree? Source, string Name, int Start, int End) : SyntaxTree(Start, End);

    public sealed record Addressed(SyntaxTree? Source, Address Address, int Start, int End) : SyntaxTree(Start, End);

    public sealed record Call(SyntaxTree? Source, string Name, IReadOnlyList<SyntaxTree> Arguments, int Start, int End) : SyntaxTree(Start, End);

    public sealed record Indexed(SyntaxTree Source, SyntaxTree Index, int Start, int End) : SyntaxTree(Start, End);

    public sealed record Signed(SyntaxTree Operand, bool Negative, int Start, int End) : SyntaxTree(Start, End);

    public sealed record Binary(string Operator, SyntaxTree Left, SyntaxTree Right, int Start, int End) : SyntaxTree(Start, End);

    /// <summary><c>is</c> or <c>as</c> with a type specifier.</summary>
    public sealed record Typed(SyntaxTree Operand, string Operator, string Type, int Start, int End) : SyntaxTree(Start, End);
}
