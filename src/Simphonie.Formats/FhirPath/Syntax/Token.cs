namespace Simphonie.Formats.FhirPath.Syntax;

/// <summary>A token: its decoded text and where it began and ended in the expression (0-based).</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, Address Address = default)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && string.Equals(Text, symbol, StringComparison.Ordinal);

    public bool IsWord(string word) => Kind == TokenKind.Identifier && string.Equals(Text, word, StringComparison.Ordinal);
}
