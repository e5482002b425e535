using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>Follows paths and addresses through schemas; what no schema knows is a finding.</summary>
internal sealed class PathTypes(SourceText source, DiagnosticBag findings)
{
    /// <summary>Elements that every element of FHIR may have, whatever its type.</summary>
    private static readonly string[] Everywhere = ["id", "extension"];

    /// <summary>True when a bare name of two or three capitals is a segment, as far as the schema can tell.</summary>
    public static bool MayBeSegment(InferredType? anchor, string name) =>
        anchor?.Schema is not { } schema || (schema.Format == "hl7v2" ? schema.HasType(name) || !HasOwn(anchor, name) : !HasOwn(anchor, name));

    /// <summary>True when a capital name at the beginning of a path is the type of the focus (or one it is a kind of).</summary>
    public bool IsOwnType(InferredType focus, string name, out InferredType? own)
    {
        own = null;
        if (focus.Schema is null)
        {
            own = InferredType.Unknown;
            return !focus.IsKnown;
        }

        if (focus.Types.Any(type => FhirTypes.IsA(type, name)))
        {
            own = focus;
        }
        else if (focus.Types.Any(FhirTypes.IsOpen) && focus.Schema.HasType(name))
        {
            own = focus with { Types = [name] };
        }

        return own is not null;
    }

    /// <summary>Type of the children of a name.</summary>
    public InferredType Child(InferredType parent, string name, int position)
    {
        if (parent.Schema is not { } schema || !parent.IsKnown)
        {
            return InferredType.Unknown;
        }

        var types = new List<string>();
        var many = parent.Many;
        var found = false;
        foreach (var type in parent.Types)
        {
            if (schema.TryGetElement(type, name, out var element))
            {
                found = true;
                many |= element.Max > 1;
                types.AddRange(element.Types);
            }
            else if (FhirTypes.IsOpen(type) || !schema.HasType(type) || Everywhere.Contains(name, StringComparer.Ordinal))
            {
                return InferredType.Unknown;
            }
        }

        if (!found)
        {
            var known = parent.Types.SelectMany(schema.ElementNames);
            findings.Add(FhirPathCodes.UnknownName, source.PlaceOf(position), $"{string.Join(" or ", parent.Types)} has no element '{name}'{Suggestion.For(name, known)}");
            return InferredType.Unknown;
        }

        return new InferredType(schema, [.. types.Distinct(StringComparer.Ordinal)], many);
    }

    /// <summary>Type of what an address means.</summary>
    public InferredType At(InferredType from, in Address address, int position)
    {
        if (from.Schema is not { } schema)
        {
            return InferredType.Unknown;
        }

        if (!string.Equals(schema.Format, "hl7v2", StringComparison.Ordinal))
        {
            findings.Add(FhirPathCodes.NoAddresses, source.PlaceOf(position), "an address is read from an HL7 v2 document");
            return InferredType.Unknown;
        }

        if (!schema.HasType(address.Name))
        {
            findings.Add(FhirPathCodes.UnknownName, source.PlaceOf(position), $"no segment or data type {address.Name}{Suggestion.For(address.Name, schema.ElementNames(schema.RootType))}");
            return InferredType.Unknown;
        }

        var isSegment = address.Occurrence == 0 && address.Repetition == 0;
        if (address.Field == 0)
        {
            return new InferredType(schema, [address.Name], true);
        }

        var types = (IReadOnlyList<string>)[address.Name];
        var many = isSegment;
        foreach (var number in (ReadOnlySpan<int>)[address.Field, address.Component, address.SubComponent])
        {
            if (number == 0)
            {
                break;
            }

            if (!TryStep(schema, types, number, out var next))
            {
                findings.Add(FhirPathCodes.UnknownName, source.PlaceOf(position), $"{string.Join(" or ", types)} has no element {number.ToString(CultureInfo.InvariantCulture)}");
                return InferredType.Unknown;
            }

            types = next;
            if (types.Count == 0 || !types.Any(schema.HasType))
            {
                break;
            }
        }

        return new InferredType(schema, types, many);
    }

    /// <summary>What is left of a type after <c>as</c>, <c>is</c> or <c>ofType</c>; an unknown type is a finding.</summary>
    public InferredType Cast(InferredType from, TypeSpecifier type, int position)
    {
        if (type.Namespace is "System" || (type.Namespace is null && TypeSpecifier.IsSystemName(type.Name) && from.Schema?.HasType(type.Name) != true))
        {
            return TypeSpecifier.IsSystemName(type.Name) ? InferredType.System(type.Name) : Unknown(type, position);
        }

        if (type.Namespace is not (null or "FHIR"))
        {
            return Unknown(type, position);
        }

        if (from.Schema is not { } schema)
        {
            return InferredType.Unknown;
        }

        return schema.HasType(type.Name) || FhirTypes.IsDataType(type.Name) || FhirTypes.IsOpen(type.Name)
            ? new InferredType(schema, [type.Name], from.Many)
            : Unknown(type, position);
    }

    private InferredType Unknown(TypeSpecifier type, int position)
    {
        findings.Add(FhirPathCodes.UnknownType, source.PlaceOf(position), $"no type '{type.Name}'{(type.Namespace is null ? "" : $" in {type.Namespace}")}");
        return InferredType.Unknown;
    }

    private static bool HasOwn(InferredType anchor, string name) => anchor.Types.Any(type => anchor.Schema!.TryGetElement(type, name, out _));

    private static bool TryStep(ISchema schema, IReadOnlyList<string> types, int number, out IReadOnlyList<string> next)
    {
        foreach (var type in types)
        {
            if (schema.TryGetElement(type, string.Create(CultureInfo.InvariantCulture, $"{type}-{number}"), out var element)
                || schema.TryGetElement(type, number.ToString(CultureInfo.InvariantCulture), out element))
            {
                next = element.Types;
                return true;
            }
        }

        next = [];
        return types.Any(type => !schema.HasType(type));
    }
}
