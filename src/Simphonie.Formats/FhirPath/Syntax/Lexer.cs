using System.Globalization;
using System.Text;

namespace Simphonie.Formats.FhirPath.Syntax;

/// <summary>Cuts an expression into tokens (FHIRPath normative release 2, grammar of appendix B).</summary>
internal sealed class Lexer(string text, bool addresses)
{
    private static readonly string[] Symbols = ["<=", ">=", "!=", "!~", ".", "[", "]", "(", ")", "{", "}", ",", "|", "+", "-", "*", "/", "&", "<", ">", "=", "~"];

    private int _position;

    public static List<Token> Read(string text, bool addresses)
    {
        var lexer = new Lexer(text, addresses);
        var tokens = new List<Token>();
        Token token;
        do
        {
            token = lexer.Next();
            tokens.Add(token);
        }
        while (token.Kind != TokenKind.End);

        return tokens;
    }

    private Token Next()
    {
        SkipBlanks();
        if (_position >= text.Length)
        {
            return new Token(TokenKind.End, "", text.Length, text.Length);
        }

        var start = _position;
        var c = text[start];
        if (addresses && char.IsAsciiLetterUpper(c) && AddressReader.TryRead(text, start, out var address, out var end))
        {
            _position = end;
            return new Token(TokenKind.Address, text[start..end], start, end, address);
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            return Take(TokenKind.Identifier, start, Word());
        }

        return c switch
        {
            '\'' => Take(TokenKind.String, start, Quoted('\'')),
            '"' => Take(TokenKind.String, start, Quoted('"')),
            '`' => Delimited(),
            '%' => External(),
            '$' => Special(),
            '@' => Temporal(),
            _ => char.IsAsciiDigit(c) ? Number() : Symbol(),
        };
    }

    private Token Take(TokenKind kind, int start, string value) => new(kind, value, start, _position);

    private void SkipBlanks()
    {
        while (_position < text.Length)
        {
            if (char.IsWhiteSpace(text[_position]))
            {
                _position++;
            }
            else if (Ahead("//"))
            {
                var end = text.IndexOf('\n', _position);
                _position = end < 0 ? text.Length : end + 1;
            }
            else if (Ahead("/*"))
            {
                var end = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                _position = end < 0 ? throw Wrong(_position, "a comment that begins here has no end (*/)") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private bool Ahead(string what) => string.CompareOrdinal(text, _position, what, 0, what.Length) == 0;

    private string Word()
    {
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_'))
        {
            _position++;
        }

        return text[start.._position];
    }

    private string Quoted(char quote)
    {
        var start = _position++;
        var value = new StringBuilder();
        while (_position < text.Length)
        {
            var c = text[_position++];
            if (c == quote)
            {
                return value.ToString();
            }

            value.Append(c == '\\' ? Escape(start) : c);
        }

        throw Wrong(start, $"the text that begins here has no closing {quote}");
    }

    private char Escape(int start)
    {
        var c = _position < text.Length ? text[_position++] : throw Wrong(start, "the text that begins here has no end");
        if (c != 'u')
        {
            return c switch
            {
                'r' => '\r',
                'n' => '\n',
                't' => '\t',
                'f' => '\f',
                '\'' or '"' or '`' or '\\' or '/' => c,
                _ => throw Wrong(_position - 2, $"\\{c} is no escape; a backslash is written \\\\"),
            };
        }

        if (_position + 4 <= text.Length && ushort.TryParse(text.AsSpan(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _position += 4;
            return (char)code;
        }

        throw Wrong(_position - 2, "\\u needs four hexadecimal digits");
    }

    private Token External()
    {
        var start = _position++;
        var c = _position < text.Length ? text[_position] : '\0';
        var name = c is '`' or '\'' ? Quoted(c) : Word();
        return name.Length == 0 ? throw Wrong(start, "% needs the name of a variable") : Take(TokenKind.External, start, name);
    }

    private Token Delimited()
    {
        var start = _position;
        var name = Quoted('`');
        return name.Length == 0 ? throw Wrong(start, "there is no name between the backticks") : Take(TokenKind.Delimited, start, name);
    }

    private Token Special()
    {
        var start = _position++;
        var word = Word();
        return word is "this" or "index" or "total"
            ? Take(TokenKind.Special, start, word)
            : throw Wrong(start, "only $this, $index and $total begin with $");
    }

    private Token Number()
    {
        var start = _position;
        Digits();
        if (_position + 1 < text.Length && text[_position] == '.' && char.IsAsciiDigit(text[_position + 1]))
        {
            _position++;
            Digits();
            return Take(TokenKind.Decimal, start, text[start.._position]);
        }

        if (_position < text.Length && text[_position] == 'L')
        {
            var digits = text[start.._position];
            _position++;
            return Take(TokenKind.Long, start, digits);
        }

        return Take(TokenKind.Integer, start, text[start.._position]);
    }

    private void Digits()
    {
        while (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            _position++;
        }
    }

    private Token Temporal()
    {
        var start = _position++;
        var body = _position;
        if (_position < text.Length && text[_position] == 'T')
        {
            _position++;
            Clock();
            return Take(TokenKind.Time, start, text[(body + 1).._position]);
        }

        while (_position < text.Length && (char.IsAsciiDigit(text[_position]) || (text[_position] == '-' && _position - body < 8)))
        {
            _position++;
        }

        if (_position < text.Length && text[_position] == 'T')
        {
            _position++;
            Clock();
            Offset();
            return Take(TokenKind.DateTime, start, text[body.._position]);
        }

        return Take(TokenKind.Date, start, text[body.._position]);
    }

    private void Clock()
    {
        while (_position < text.Length && (char.IsAsciiDigit(text[_position]) || text[_position] == ':'
            || (text[_position] == '.' && _position + 1 < text.Length && char.IsAsciiDigit(text[_position + 1]))))
        {
            _position++;
        }
    }

    private void Offset()
    {
        if (_position < text.Length && text[_position] == 'Z')
        {
            _position++;
        }
        else if (_position + 6 <= text.Length && text[_position] is '+' or '-' && char.IsAsciiDigit(text[_position + 1]) && text[_position + 3] == ':')
        {
            _position += 6;
        }
    }

    private Token Symbol()
    {
        foreach (var symbol in Symbols)
        {
            if (Ahead(symbol))
            {
                var start = _position;
                _position += symbol.Length;
                return Take(TokenKind.Symbol, start, symbol);
            }
        }

        throw Wrong(_position, "this character begins nothing that FHIRPath knows");
    }

    private static SyntaxException Wrong(int position, string message) => new(FhirPathCodes.Syntax, position, message);
}
