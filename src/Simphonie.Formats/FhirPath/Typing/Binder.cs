using System.Text.RegularExpressions;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Functions;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Syntax;

namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>Turns a syntax tree into operations, inferring types and collecting everything that is wrong with it.</summary>
internal sealed class Binder(SourceText source, ExpressionScope scope, DiagnosticBag findings)
{
    private readonly PathTypes _paths = new(source, findings);

    public Bound BindRoot(SyntaxTree tree) => Bind(tree, Reach.Outside(scope));

    private Bound Bind(SyntaxTree tree, Reach reach) => tree switch
    {
        SyntaxTree.Literal literal => new Bound(new LiteralOperation(literal.Value), InferredType.System(literal.Value.Kind.ToString())),
        SyntaxTree.Empty => new Bound(new EmptyOperation(), InferredType.Unknown with { Many = false }),
        SyntaxTree.External external => Variable(external),
        SyntaxTree.Special special => Special(special, reach),
        SyntaxTree.Member member => Member(member, reach),
        SyntaxTree.Addressed addressed => Addressed(addressed, addressed.Source, addressed.Address, reach),
        SyntaxTree.Call call => Call(call, reach),
        SyntaxTree.Indexed indexed => Indexed(indexed, reach),
        SyntaxTree.Signed signed => Signed(signed, reach),
        SyntaxTree.Binary binary => Binary(binary, reach),
        SyntaxTree.Typed typed => Typed(typed, reach),
        _ => throw new InvalidOperationException($"Unexpected syntax {tree.GetType().Name}."),
    };

    private Site SiteOf(SyntaxTree tree) => new(source.Cut(tree.Start, tree.End), source.PlaceOf(tree.Start));

    private void Find(DiagnosticCode code, int position, string text) => findings.Add(code, source.PlaceOf(position), text);

    private Bound Variable(SyntaxTree.External external)
    {
        var operation = new VariableOperation(external.Name);
        if (scope.Variables is null || VariableOperation.IsBuiltIn(external.Name))
        {
            return new Bound(operation, external.Name == "now" ? InferredType.DateTime : InferredType.Unknown);
        }

        if (scope.Variables.TryGetValue(external.Name, out var type))
        {
            return new Bound(operation, type);
        }

        Find(FhirPathCodes.UnknownVariable, external.Start, $"no variable %{external.Name}{Suggestion.For(external.Name, scope.Variables.Keys)}");
        return new Bound(operation, InferredType.Unknown);
    }

    private static Bound Special(SyntaxTree.Special special, Reach reach) => special.Name switch
    {
        "this" => new Bound(new ThisOperation(), reach.This),
        "index" => new Bound(new IndexOperation(), InferredType.Integer),
        _ => new Bound(new TotalOperation(), InferredType.Unknown),
    };

    private Bound Member(SyntaxTree.Member member, Reach reach)
    {
        if (scope.Addresses && AddressReader.IsName(member.Name) && PathTypes.MayBeSegment(member.Source is null ? reach.Anchor : null, member.Name))
        {
            return Addressed(member, member.Source, new Address(member.Name, 0, 0, 0, 0, 0), reach);
        }

        if (member.Source is null)
        {
            var isType = char.IsAsciiLetterUpper(member.Name[0]) && _paths.IsOwnType(reach.This, member.Name, out var own) ? own : null;
            return new Bound(new MemberOperation(null, member.Name), isType ?? _paths.Child(reach.This, member.Name, member.End - member.Name.Length));
        }

        var from = Bind(member.Source, reach);
        return new Bound(new MemberOperation(from.Operation, member.Name), _paths.Child(from.Type, member.Name, Math.Max(member.Start, member.End - member.Name.Length)));
    }

    private Bound Addressed(SyntaxTree tree, SyntaxTree? from, Address address, Reach reach)
    {
        var position = from is null ? tree.Start : from.End + 1;
        if (from is not null)
        {
            var bound = Bind(from, reach);
            return new Bound(new AddressOperation(bound.Operation, address), _paths.At(bound.Type, address, position));
        }

        if (!reach.HasAddresses)
        {
            Find(FhirPathCodes.NoAddresses, position, $"no HL7 v2 document is in reach of {source.Cut(tree.Start, tree.End)}");
            return new Bound(new EmptyOperation(), InferredType.Unknown);
        }

        return new Bound(new AddressOperation(null, address), _paths.At(reach.Anchor, address, position));
    }

    private Bound Indexed(SyntaxTree.Indexed indexed, Reach reach)
    {
        var from = Bind(indexed.Source, reach);
        if (from.Operation is AddressOperation && indexed.Source is SyntaxTree.Member)
        {
            Find(FhirPathCodes.ZeroBasedIndex, indexed.Source.End, "an index behind a bare segment name counts from 0, in an address with a field from 1");
        }

        return new Bound(new IndexerOperation(from.Operation, Bind(indexed.Index, reach).Operation, SiteOf(indexed)), from.Type.One());
    }

    private Bound Signed(SyntaxTree.Signed signed, Reach reach)
    {
        var operand = Bind(signed.Operand, reach);
        return signed.Negative ? new Bound(new NegationOperation(operand.Operation, SiteOf(signed)), operand.Type) : operand;
    }

    private Bound Typed(SyntaxTree.Typed typed, Reach reach)
    {
        var operand = Bind(typed.Operand, reach);
        var type = TypeSpecifier.Parse(typed.Type);
        var cast = typed.Operator == "as";
        var known = _paths.Cast(operand.Type, type, typed.End - typed.Type.Length);
        return new Bound(new TypeOperation(operand.Operation, type, cast, SiteOf(typed)), cast ? known.One() : InferredType.Boolean);
    }

    private Bound Binary(SyntaxTree.Binary binary, Reach reach)
    {
        var left = Bind(binary.Left, reach);
        var right = Bind(binary.Right, reach);
        var site = SiteOf(binary);
        return binary.Operator switch
        {
            "|" => new Bound(new UnionOperation(left.Operation, right.Operation), InferredType.Either(left.Type, right.Type) with { Many = true }),
            "=" or "!=" => new Bound(new EqualityOperation(left.Operation, right.Operation, false, binary.Operator == "!="), InferredType.Boolean),
            "~" or "!~" => new Bound(new EqualityOperation(left.Operation, right.Operation, true, binary.Operator == "!~"), InferredType.Boolean),
            "<" or "<=" or ">" or ">=" => new Bound(new ComparisonOperation(binary.Operator, left.Operation, right.Operation, site), InferredType.Boolean),
            "and" or "or" or "xor" or "implies" => new Bound(new LogicOperation(binary.Operator, left.Operation, right.Operation, site), InferredType.Boolean),
            "in" => new Bound(new MembershipOperation(left.Operation, right.Operation, site), InferredType.Boolean),
            "contains" => new Bound(new MembershipOperation(right.Operation, left.Operation, site), InferredType.Boolean),
            "&" => new Bound(new ArithmeticOperation("&", left.Operation, right.Operation, site), InferredType.String),
            _ => new Bound(new ArithmeticOperation(binary.Operator, left.Operation, right.Operation, site), OfArithmetic(binary.Operator, left.Type, right.Type)),
        };
    }

    private static InferredType OfArithmetic(string symbol, InferredType left, InferredType right) =>
        symbol == "/" && left.IsKnown && left.Types[0] == "System.Integer" ? InferredType.Decimal
        : left.IsKnown && right.IsKnown && left.Types[0] == right.Types[0] && left.Schema is null ? left.One()
        : InferredType.Unknown with { Many = false };

    private Bound Call(SyntaxTree.Call call, Reach reach)
    {
        var from = call.Source is null ? new Bound(new ThisOperation(), reach.This) : Bind(call.Source, reach);
        var position = call.Source is null ? call.Start : call.Source.End + 1;
        if (!FunctionCatalog.TryFind(call.Name, out var function))
        {
            Find(FhirPathCodes.UnknownFunction, position, $"no function {call.Name}(){Suggestion.For(call.Name, FunctionCatalog.All.Select(known => known.Name))}");
            return new Bound(new EmptyOperation(), InferredType.Unknown);
        }

        if (!scope.Functions.HasFlag(function.Set))
        {
            Find(FhirPathCodes.NotInReach, position, $"{call.Name}() is not available here");
        }

        if (call.Arguments.Count < function.MinimumArguments || call.Arguments.Count > function.MaximumArguments)
        {
            Find(FhirPathCodes.WrongArguments, position, $"{call.Name}() does not take {call.Arguments.Count} arguments: {function.Signature}");
            return new Bound(new EmptyOperation(), InferredType.Unknown);
        }

        var arguments = new Operation[call.Arguments.Count];
        var types = new InferredType[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            (arguments[i], types[i]) = Argument(call.Arguments[i], function.ParameterOf(i), from.Type, reach);
        }

        var input = function.KeepsCleared ? from.Operation.WithCleared() : from.Operation;
        var result = function.Parameters is [{ Kind: ParameterKind.Type }] && function.Name != "is"
            ? types[0] with { Many = from.Type.Many && function.Name != "as" }
            : function.Result(from.Type, types);
        return new Bound(new CallOperation(input, function, arguments, SiteOf(call)), result);
    }

    private Bound Argument(SyntaxTree argument, FunctionParameter parameter, InferredType input, Reach reach)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Each:
                return Bind(argument, reach.Inside(input.One()));
            case ParameterKind.Type:
                return TypeName(argument, input);
            case ParameterKind.Name:
                return Name(argument);
            case ParameterKind.Table when argument is SyntaxTree.Literal { Value.Kind: ValueKind.String } name:
                CheckTable(name);
                break;
            case ParameterKind.Pattern:
                return Pattern(argument, reach);
        }

        return Bind(argument, reach);
    }

    private Bound TypeName(SyntaxTree argument, InferredType input)
    {
        var text = argument switch
        {
            SyntaxTree.Member { Source: null } bare => bare.Name,
            SyntaxTree.Member { Source: SyntaxTree.Member { Source: null } space } qualified => $"{space.Name}.{qualified.Name}",
            _ => null,
        };
        if (text is null)
        {
            Find(FhirPathCodes.UnknownType, argument.Start, "the name of a type is expected here");
            return new Bound(new EmptyOperation(), InferredType.Unknown);
        }

        var type = TypeSpecifier.Parse(text);
        return new Bound(new TypeArgument(type), _paths.Cast(input, type, argument.Start));
    }

    private Bound Name(SyntaxTree argument)
    {
        var text = argument switch
        {
            SyntaxTree.Member { Source: null } bare => bare.Name,
            SyntaxTree.Literal { Value.Kind: ValueKind.String } literal => literal.Value.Text,
            _ => null,
        };
        if (text is null || (scope.References is not null && !scope.References.Contains(text, StringComparer.Ordinal)))
        {
            var near = text is null ? "" : $" named {text}{Suggestion.For(text, scope.References ?? [])}";
            Find(FhirPathCodes.UnknownReference, argument.Start, $"the mapping makes nothing{near}");
        }

        return new Bound(new LiteralOperation(Value.Of(text ?? "")), InferredType.String);
    }

    private void CheckTable(SyntaxTree.Literal name)
    {
        if (scope.Tables is not null && !scope.Tables.Contains(name.Value.Text, StringComparer.Ordinal))
        {
            Find(FhirPathCodes.UnknownTable, name.Start, $"no code table '{name.Value.Text}'{Suggestion.For(name.Value.Text, scope.Tables)}");
        }
    }

    private Bound Pattern(SyntaxTree argument, Reach reach)
    {
        var bound = Bind(argument, reach);
        Regex? constant = null;
        if (argument is SyntaxTree.Literal literal)
        {
            try
            {
                constant = PatternArgument.Make(literal.Value.Text);
            }
            catch (ArgumentException)
            {
                Find(FhirPathCodes.WrongRegex, argument.Start, "the regular expression cannot be read");
            }
        }

        return new Bound(new PatternArgument(bound.Operation, constant), InferredType.String);
    }
}
