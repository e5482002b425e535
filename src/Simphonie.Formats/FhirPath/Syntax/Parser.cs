using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Syntax;

/// <summary>Reads tokens into a syntax tree by precedence climbing; operators bind as in the grammar of FHIRPath.</summary>
internal sealed class Parser
{
    private const int DepthLimit = 200;

    /// <summary>Steps of paths, operators and signs in all: each deepens the tree, which is bound and evaluated by recursion.</summary>
    private const int LinkLimit = 1000;
    private const int TypeLevel = 7;

    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal)
    {
        ["implies"] = 1, ["or"] = 2, ["xor"] = 2, ["and"] = 3, ["in"] = 4, ["contains"] = 4,
        ["="] = 5, ["~"] = 5, ["!="] = 5, ["!~"] = 5, ["<"] = 6, ["<="] = 6, [">"] = 6, [">="] = 6,
        ["is"] = TypeLevel + 1, ["as"] = TypeLevel + 1, ["|"] = TypeLevel,
        ["+"] = 9, ["-"] = 9, ["&"] = 9, ["*"] = 10, ["/"] = 10, ["div"] = 10, ["mod"] = 10,
    };

    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;
    private int _links;

    private Parser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_next];

    /// <summary>Parses a whole expression; throws <see cref="SyntaxException"/> at the first error.</summary>
    public static SyntaxTree Parse(string text, bool addresses)
    {
        var parser = new Parser(Lexer.Read(text, addresses));
        if (parser.Current.Kind == TokenKind.End)
        {
            throw Wrong(parser.Current, "the expression is empty");
        }

        var tree = parser.Expression(1);
        return parser.Current.Kind == TokenKind.End ? tree : throw Wrong(parser.Current, $"'{parser.Current.Text}' is not expected here: the expression could end before it");
    }

    private SyntaxTree Expression(int level)
    {
        if (++_depth > DepthLimit)
        {
            throw Wrong(Current, $"the expression is nested deeper than {DepthLimit}");
        }

        var left = Sign();
        while (LevelOf(Current) is var found && found >= level)
        {
            Link();
            var token = Take();
            if (token.Text is "is" or "as")
            {
                var type = TypeName(out var end);
                left = new SyntaxTree.Typed(left, token.Text, type, left.Start, end);
            }
            else
            {
                var right = Expression(found + 1);
                left = new SyntaxTree.Binary(token.Text, left, right, left.Start, right.End);
            }
        }

        _depth--;
        return left;
    }

    private void Link()
    {
        if (++_links > LinkLimit)
        {
            throw Wrong(Current, $"the expression has more than {LinkLimit} steps and operators");
        }
    }

    private static int LevelOf(Token token) =>
        token.Kind is TokenKind.Symbol or TokenKind.Identifier && Levels.TryGetValue(token.Text, out var level) ? level : 0;

    private SyntaxTree Sign()
    {
        if (!Current.Is("-") && !Current.Is("+"))
        {
            return Postfix(Term());
        }

        Link();
        var token = Take();
        var operand = Sign();
        return new SyntaxTree.Signed(operand, token.Is("-"), token.Start, operand.End);
    }

    private SyntaxTree Postfix(SyntaxTree tree)
    {
        while (true)
        {
            if (Current.Is("."))
            {
                Link();
                Take();
                tree = Invocation(tree);
            }
            else if (Current.Is("["))
            {
                Link();
                Take();
                var index = Expression(1);
                tree = new SyntaxTree.Indexed(tree, index, tree.Start, Expect("]").End);
            }
            else
            {
                return tree;
            }
        }
    }

    private SyntaxTree Term()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.String:
                return Literal(Value.Of(Take().Text), token);
            case TokenKind.Integer or TokenKind.Decimal or TokenKind.Long:
                return Number();
            case TokenKind.Date:
                return Literal(Value.OfDate(Take().Text), token);
            case TokenKind.DateTime:
                return Literal(Value.OfDateTime(Take().Text), token);
            case TokenKind.Time:
                return Literal(Value.OfTime(Take().Text), token);
            case TokenKind.External:
                Take();
                return new SyntaxTree.External(token.Text, token.Start, token.End);
            case TokenKind.Special:
                Take();
                return new SyntaxTree.Special(token.Text, token.Start, token.End);
            case TokenKind.Identifier when token.Text is "true" or "false" && !_tokens[_next + 1].Is("("):
                return Literal(Value.Of(Take().Text == "true"), token);
        }

        if (token.Is("("))
        {
            Take();
            var inner = Expression(1);
            Expect(")");
            return inner;
        }

        if (token.Is("{"))
        {
            Take();
            return new SyntaxTree.Empty(token.Start, Expect("}").End);
        }

        return Invocation(null);
    }

    private SyntaxTree Invocation(SyntaxTree? source)
    {
        var token = Take();
        var start = source?.Start ?? token.Start;
        switch (token.Kind)
        {
            case TokenKind.Address:
                return new SyntaxTree.Addressed(source, token.Address, start, token.End);
            case TokenKind.Special when source is not null:
                throw Wrong(token, $"${token.Text} stands at the beginning of a path, not after a dot");
            case TokenKind.Identifier or TokenKind.Delimited when Current.Is("("):
                return Call(source, token, start);
            case TokenKind.Identifier or TokenKind.Delimited:
                return new SyntaxTree.Member(source, token.Text, start, token.End);
            case TokenKind.End:
                throw Wrong(token, "the expression ends where a value or a path is expected");
            default:
                throw Wrong(token, $"'{token.Text}' stands where a value or a path is expected");
        }
    }

    private SyntaxTree.Call Call(SyntaxTree? source, Token name, int start)
    {
        Take();
        var arguments = new List<SyntaxTree>();
        if (!Current.Is(")"))
        {
            arguments.Add(Expression(1));
            while (Current.Is(","))
            {
                Take();
                arguments.Add(Expression(1));
            }
        }

        return new SyntaxTree.Call(source, name.Text, arguments, start, Expect(")").End);
    }

    private SyntaxTree Number()
    {
        var token = Take();
        if (Current.Kind == TokenKind.String)
        {
            var unit = Take();
            return new SyntaxTree.Literal(Value.OfQuantity($"{token.Text} '{unit.Text}'"), token.Start, unit.End);
        }

        if (Current.Kind == TokenKind.Identifier && Values.CalendarUnits.IsUnit(Current.Text))
        {
            var unit = Take();
            return new SyntaxTree.Literal(Value.OfQuantity($"{token.Text} {unit.Text}"), token.Start, unit.End);
        }

        if (token.Kind == TokenKind.Decimal)
        {
            return Literal(Value.OfDecimalText(token.Text), token);
        }

        if (!long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (token.Kind == TokenKind.Integer && number > int.MaxValue + 1L))
        {
            throw Wrong(token, "the number is too large for an integer; a long is written with L behind it, a larger one as a decimal");
        }

        return Literal(token.Kind == TokenKind.Long || number > int.MaxValue ? Value.OfLong(number) : Value.Of((int)number), token);
    }

    private static SyntaxTree.Literal Literal(Value value, Token token) => new(value, token.Start, token.End);

    private string TypeName(out int end)
    {
        var name = Name();
        end = name.End;
        var text = name.Text;
        if (Current.Is("."))
        {
            Take();
            var second = Name();
            end = second.End;
            text = $"{text}.{second.Text}";
        }

        return text;
    }

    private Token Name() => Current.Kind is TokenKind.Identifier or TokenKind.Delimited ? Take() : throw Wrong(Current, "the name of a type is expected here");

    private Token Take() => Current.Kind == TokenKind.End ? Current : _tokens[_next++];

    private Token Expect(string symbol) => Current.Is(symbol) ? Take() : throw Wrong(Current, $"'{symbol}' is expected here");

    private static SyntaxException Wrong(Token token, string message) => new(FhirPathCodes.Syntax, token.Start, message);
}
