using Simphonie.Core.Messages;
using Simphonie.Formats.National;

namespace Simphonie.Formats.Fhir.Inspecting;

/// <summary>
/// The business keys of a FHIR message, under the names and in the form that HL7 v2 has for the same meaning: <c>ipp</c>, <c>dossier</c> and <c>venue</c> by the type
/// of the identifier (HL7 table 0203; an identifier of a Patient without a type is the IPP), <c>ins</c> by its system, <c>nir</c> of a Coverage.
/// What has no such meaning is <c>identifier</c> (system|value), the number of a private insurer <c>subscriber</c>.
/// </summary>
internal static class FhirKeys
{
    private const int MostKeys = 32;

    public static List<BusinessKey> Of(JsonTree tree)
    {
        var keys = new List<BusinessKey>();
        for (var node = 0; node < tree.Count && keys.Count < MostKeys; node++)
        {
            if (!tree.IsObject(node))
            {
                continue;
            }

            if (node > 0 && tree.IsOfList(node, "identifier"u8))
            {
                AddIdentifier(tree, node, keys);
            }
            else if (tree.Text(node, "resourceType"u8) == "Coverage")
            {
                AddSubscriber(tree, node, keys);
            }
        }

        return keys;
    }

    private static void AddIdentifier(JsonTree tree, int node, List<BusinessKey> keys)
    {
        if (tree.Text(node, "value"u8) is not { Length: > 0 } value)
        {
            return;
        }

        var system = tree.Text(node, "system"u8);
        var name = InsSystems.IsIns(system) ? "ins" : NameOf(tree, node);
        Add(keys, name switch
        {
            "ins" or "nir" => new BusinessKey(name, Nir.Normal(value), Identity: true),
            not null => new BusinessKey(name, system is null ? value : $"{value}^^^{AssigningAuthority.OfSystem(system)}", Identity: false),
            null => new BusinessKey("identifier", system is null ? value : $"{system}|{value}", Identity: false),
        });
    }

    private static string? NameOf(JsonTree tree, int identifier)
    {
        var type = tree.Child(identifier, "type"u8);
        if (type == 0)
        {
            return tree.Text(tree.OwnerOf(identifier), "resourceType"u8) == "Patient" ? "ipp" : null;
        }

        var codings = tree.Child(type, "coding"u8);
        for (var coding = codings == 0 ? 0 : tree.FirstChild(codings); coding != 0; coding = tree.Next(coding))
        {
            switch (tree.Text(coding, "code"u8))
            {
                case "PI":
                    return "ipp";
                case "AN":
                    return "dossier";
                case "VN":
                    return "venue";
                case "NH" or "SS":
                    return "nir";
            }
        }

        return null;
    }

    private static void AddSubscriber(JsonTree tree, int node, List<BusinessKey> keys)
    {
        if (tree.Text(node, "subscriberId"u8) is { Length: > 0 } subscriber)
        {
            var number = Nir.Normal(subscriber);
            Add(keys, Nir.IsValid(number) ? new BusinessKey("nir", number, Identity: true) : new BusinessKey("subscriber", subscriber, Identity: true));
        }
    }

    private static void Add(List<BusinessKey> keys, BusinessKey key)
    {
        if (!keys.Contains(key))
        {
            keys.Add(key);
        }
    }
}
