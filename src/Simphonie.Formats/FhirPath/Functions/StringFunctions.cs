using System.Text.RegularExpressions;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>FHIRPath 5.6. Positions count from 0.</summary>
internal static class StringFunctions
{
    private static readonly FunctionParameter Text = new("text");
    private static readonly FunctionParameter Regex = new("regex", ParameterKind.Pattern);

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("indexOf", "Position of the first occurrence of the text, -1 when there is none.", "IN1-3.1.indexOf('0')", static (in call, into) => IndexOf(call, into, last: false), Results.Integer, Text),
        New("lastIndexOf", "Position of the last occurrence of the text, -1 when there is none.", "MSH-12.1.lastIndexOf('.')", static (in call, into) => IndexOf(call, into, last: true), Results.Integer, Text),
        New("substring", "The text from a position on, or so many characters of it; empty when it begins outside.", "IN1-3.1.substring(0, 2)", Substring, Results.String, new FunctionParameter("start"), new FunctionParameter("length", Optional: true)),
        New("startsWith", "True when the text begins so.", "MSH-12.startsWith('2.5')", static (in call, into) => Test(call, into, static (text, other) => text.StartsWith(other, StringComparison.Ordinal)), Results.Boolean, Text),
        New("endsWith", "True when the text ends so.", "PID-11.5.endsWith('000')", static (in call, into) => Test(call, into, static (text, other) => text.EndsWith(other, StringComparison.Ordinal)), Results.Boolean, Text),
        New("contains", "True when the text has it somewhere.", "PID-5.1.contains('-')", static (in call, into) => Test(call, into, static (text, other) => text.Contains(other, StringComparison.Ordinal)), Results.Boolean, Text),
        New("upper", "In capitals.", "PID-5.1.upper()", static (in call, into) => Map(call, into, static text => text.ToUpperInvariant()), Results.String),
        New("lower", "In small letters.", "PID-13.4.lower()", static (in call, into) => Map(call, into, static text => text.ToLowerInvariant()), Results.String),
        New("trim", "Without blanks at either end.", "PID-5.1.trim()", static (in call, into) => Map(call, into, static text => text.Trim()), Results.String),
        New("replace", "Every occurrence of the text replaced.", "PID-13.1.replace(' ', '')", Replace, Results.String, Text, new FunctionParameter("by")),
        New("matches", "True when the regular expression is found in the text.", "IN1-3.1.matches('^[0-9]{9}$')", static (in call, into) => Matches(call, into, whole: false), Results.Boolean, Regex),
        New("matchesFull", "True when the regular expression matches the whole text.", "IN1-3.1.matchesFull('[0-9]{9}')", static (in call, into) => Matches(call, into, whole: true), Results.Boolean, Regex),
        New("replaceMatches", "Every match of the regular expression replaced; $1 or ${name} puts a group in.", "PID-13.1.replaceMatches('[^0-9+]', '')", ReplaceMatches, Results.String, Regex, new FunctionParameter("by")),
        New("length", "The number of characters.", "PID-3.1.length()", static (in call, into) => Length(call, into), Results.Integer),
        New("toChars", "The characters, each an item.", "IN1-3.1.toChars()", ToChars, Results.Strings),
        New("split", "The parts between separators.", "OBX-5.split(';')", Split, Results.Strings, new FunctionParameter("separator")),
        New("join", "The items as one text, with the separator between.", "PID-5.2.join(' ')", Join, Results.String, new FunctionParameter("separator", Optional: true)),
        New("encode", "The text in base64, urlbase64 or hex.", "'€'.encode('base64')", static (in call, into) => TextCodec.Run(call, into, TextCodec.Encode), Results.String, new FunctionParameter("format")),
        New("decode", "The text that was encoded in base64, urlbase64 or hex.", "'4oKs'.decode('base64')", static (in call, into) => TextCodec.Run(call, into, TextCodec.Decode), Results.String, new FunctionParameter("format")),
        New("escape", "The text with the marks of html or json escaped.", "'<'.escape('html')", static (in call, into) => TextCodec.Run(call, into, TextCodec.Escape), Results.String, new FunctionParameter("target")),
        New("unescape", "The text with the escapes of html or json undone.", "'&lt;'.unescape('html')", static (in call, into) => TextCodec.Run(call, into, TextCodec.Unescape), Results.String, new FunctionParameter("target")),
    ];

    private static FunctionDeclaration New(
        string name, string description, string example, FunctionBody body, Func<InferredType, IReadOnlyList<InferredType>, InferredType> result, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Standard, Description = description, Example = example, Body = body, Result = result, Parameters = parameters };

    private static void Add(List<Item> into, string text) => into.Add(new Item(Value.Of(text)));

    private static void Map(in Call call, List<Item> into, Func<string, string> change)
    {
        if (call.TryString(out var text))
        {
            Add(into, change(text));
        }
    }

    private static void Test(in Call call, List<Item> into, Func<string, string, bool> test)
    {
        if (call.TryText(0, out var other) && call.TryString(out var text))
        {
            into.Add(test(text, other));
        }
    }

    private static void IndexOf(in Call call, List<Item> into, bool last)
    {
        if (call.TryText(0, out var other) && call.TryString(out var text))
        {
            into.Add(new Item(Value.Of(last ? text.LastIndexOf(other, StringComparison.Ordinal) : text.IndexOf(other, StringComparison.Ordinal))));
        }
    }

    private static void Substring(in Call call, List<Item> into)
    {
        if (!call.TryInteger(0, out var start) || !call.TryString(out var text) || start < 0 || start >= text.Length)
        {
            return;
        }

        var length = text.Length - start;
        if (call.Count > 1 && call.TryInteger(1, out var wanted))
        {
            length = Math.Clamp(wanted, 0, length);
        }

        Add(into, text.Substring(start, length));
    }

    private static void Length(in Call call, List<Item> into)
    {
        if (call.TryString(out var text))
        {
            into.Add(new Item(Value.Of(text.Length)));
        }
    }

    private static void Replace(in Call call, List<Item> into)
    {
        if (!call.TryText(0, out var pattern) || !call.TryText(1, out var by) || !call.TryString(out var text))
        {
            return;
        }

        Add(into, pattern.Length > 0 ? text.Replace(pattern, by, StringComparison.Ordinal) : by + string.Concat(text.Select(c => c + by)));
    }

    private static void Matches(in Call call, List<Item> into, bool whole)
    {
        if (!call.TryString(out var text) || ((PatternArgument)call[0]).Get(call, 0) is not { } regex)
        {
            return;
        }

        try
        {
            into.Add(whole ? IsWhole(regex, text) : regex.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            call.Find(FhirPathCodes.RegexTimeout, call.Input[0]);
        }
    }

    /// <summary>The first match may be shorter than another one that covers the text; then the pattern is asked again for the whole.</summary>
    private static bool IsWhole(Regex regex, string text)
    {
        var match = regex.Match(text);
        return (match.Success && match.Length == text.Length) || PatternArgument.Make($"\\A(?:{regex})\\z").IsMatch(text);
    }

    private static void ReplaceMatches(in Call call, List<Item> into)
    {
        if (!call.TryString(out var text) || !call.TryText(1, out var by) || ((PatternArgument)call[0]).Get(call, 0) is not { } regex)
        {
            return;
        }

        try
        {
            Add(into, regex.ToString().Length == 0 ? text : regex.Replace(text, by));
        }
        catch (RegexMatchTimeoutException)
        {
            call.Find(FhirPathCodes.RegexTimeout, call.Input[0]);
        }
    }

    private static void ToChars(in Call call, List<Item> into)
    {
        if (call.TryString(out var text))
        {
            foreach (var c in text)
            {
                Add(into, c.ToString());
            }
        }
    }

    private static void Split(in Call call, List<Item> into)
    {
        if (call.TryText(0, out var separator) && call.TryString(out var text))
        {
            foreach (var part in separator.Length == 0 ? text.Select(c => c.ToString()) : text.Split(separator))
            {
                Add(into, part);
            }
        }
    }

    private static void Join(in Call call, List<Item> into)
    {
        if (call.Input.Count == 0)
        {
            return;
        }

        var separator = call.Argument(0).Text;
        var parts = new List<string>(call.Input.Count);
        foreach (var item in call.Input)
        {
            var value = Values.Reading.ValueOf(call.Context, item);
            if (!value.IsNone)
            {
                parts.Add(value.Text);
            }
        }

        Add(into, string.Join(separator, parts));
    }
}
