using System.Globalization;
using System.Text.RegularExpressions;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;
using Simphonie.Formats.National;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>National numbers, identifiers with their authority, and the systems that FHIR names them by.</summary>
internal static partial class IdentityFunctions
{
    private const string InsTypes = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";
    private static readonly FunctionParameter Identifier = new("identifier");

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("nir", "The NIR with its key, 15 characters, blanks taken out; the key may be given apart (13 + 2). A wrong key is finding SIM2310 and gives nothing.", "IN1-49.where(CX-5 = 'SS').CX-1.nir()", NirOf, Results.String, new FunctionParameter("key", Optional: true)),
        New("nirKey", "The key of a NIR of 13 characters, two digits; Corsica included.", "'2790351215189'.nirKey()", NirKey, Results.String),
        New("finess", "The FINESS number when its key is right; else finding SIM2314 and nothing.", "MSH-4.1.finess()", FinessOf, Results.String),
        New("dossier", "The key of a dossier: its assigning authority (CX-4: OID, else namespace) and its number, as dossier|authority|number.", "dossier(PID-18)", static (in call, into) => Key(call, into, "dossier"), Results.Strings, Identifier),
        New("patient", "The key of a patient for each identifier: patient|authority|number.", "patient(PID-3.where(CX-5 = 'PI'))", static (in call, into) => Key(call, into, "patient"), Results.Strings, Identifier),
        New("oid", "urn:oid: and the object identifier.", "oid(CX-4.2)", Oid, Results.String, new FunctionParameter("oid")),
        New("naming", "The system of an assigning authority (HD): urn:oid:, urn:uuid: or the URI by HD-3; else the table 'naming' of the mapping; else a URI made of the namespace.", "naming(CX-4)", Naming, Results.String, new FunctionParameter("authority")),
        New("insType", "The type (FR Core) of an INS by its OID: INS-NIR or INS-NIA; nothing for another OID.", "insType(CX-4.2)", InsType, Results.Unknown, new FunctionParameter("oid")),
    ];

    private static FunctionDeclaration New(
        string name, string description, string example, FunctionBody body, Func<InferredType, IReadOnlyList<InferredType>, InferredType> result, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Hub, Description = description, Example = example, Body = body, Result = result, Parameters = parameters };

    private static void Add(List<Item> into, string text) => into.Add(new Item(Value.Of(text)));

    private static void NirOf(in Call call, List<Item> into)
    {
        if (!call.TryInput(out Item item))
        {
            return;
        }

        var text = Reading.ValueOf(call.Context, item).Text;
        if (call.Count > 0 && call.TryText(0, out var key))
        {
            text += key.PadLeft(2, '0');
        }

        text = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Nir.IsValid(text))
        {
            Add(into, text);
        }
        else
        {
            call.Find(FrenchCodes.WrongNir, item);
        }
    }

    private static void NirKey(in Call call, List<Item> into)
    {
        if (!call.TryInput(out Item item))
        {
            return;
        }

        var text = Reading.ValueOf(call.Context, item).Text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Nir.Key(text) is var key and > 0)
        {
            Add(into, key.ToString("00", CultureInfo.InvariantCulture));
        }
        else
        {
            call.Find(FrenchCodes.WrongNir, item);
        }
    }

    private static void FinessOf(in Call call, List<Item> into)
    {
        if (!call.TryInput(out Item item))
        {
            return;
        }

        var text = Reading.ValueOf(call.Context, item).Text.Trim();
        if (Finess.IsValid(text))
        {
            Add(into, text);
        }
        else
        {
            call.Find(FrenchCodes.WrongFiness, item);
        }
    }

    private static void Key(in Call call, List<Item> into, string kind)
    {
        var items = call.Context.Items.Rent();
        call.Evaluate(0, items);
        foreach (var item in items)
        {
            var (authority, number) = Parts(call.Context, item);
            if (number.Length == 0)
            {
                continue;
            }

            if (authority.Length == 0)
            {
                call.Find(FrenchCodes.UnknownAuthority, item);
            }

            Add(into, $"{kind}|{authority}|{number}");
        }

        call.Context.Items.Return(items);
    }

    /// <summary>Authority and number of a CX of HL7 v2 or an Identifier of FHIR; a bare value has no authority.</summary>
    private static (string Authority, string Number) Parts(EvaluationContext context, Item item)
    {
        if (!item.IsNode)
        {
            return ("", item.Value.Text);
        }

        if (item.Node.Document is not IAddressable)
        {
            var system = Reading.Child(context, item.Node, "system").Text;
            var value = Reading.Child(context, item.Node, "value");
            return (AssigningAuthority.OfSystem(system), value.IsNone ? Reading.ValueOf(context, item).Text : value.Text);
        }

        var number = Hl7Parts.Component(context, item.Node, "CX", 1);
        if (number.IsNone)
        {
            number = Reading.ValueOf(context, item);
        }

        if (!Hl7Parts.TryComponent(context, item.Node, "CX", 4, out var authority))
        {
            return ("", number.Text);
        }

        var universal = Hl7Parts.Component(context, authority, "HD", 2);
        return (universal.IsNone ? Reading.ValueOf(context, new Item(authority)).Text : universal.Text, number.Text);
    }

    private static void Oid(in Call call, List<Item> into)
    {
        if (!Singletons.TryOne(call.Frame, call[0], call.Site, out var item))
        {
            return;
        }

        var text = Reading.ValueOf(call.Context, item).Text;
        var bare = text.StartsWith("urn:oid:", StringComparison.Ordinal) ? text["urn:oid:".Length..] : text;
        if (OidForm().IsMatch(bare))
        {
            Add(into, "urn:oid:" + bare);
        }
        else if (text.Length > 0)
        {
            call.Find(FrenchCodes.WrongOid, item);
        }
    }

    private static void Naming(in Call call, List<Item> into)
    {
        if (!Singletons.TryOne(call.Frame, call[0], call.Site, out var item))
        {
            return;
        }

        var space = Reading.ValueOf(call.Context, item).Text;
        var universal = Hl7Parts.Component(call.Context, item.Node, "HD", 2).Text;
        var system = (Hl7Parts.Component(call.Context, item.Node, "HD", 3).Text, universal) switch
        {
            (_, "") => null,
            ("ISO", _) => "urn:oid:" + universal,
            ("UUID" or "GUID", _) => "urn:uuid:" + universal.ToLowerInvariant(),
            ("URI", _) => universal,
            _ => null,
        };
        if (system is null && space.Length > 0)
        {
            system = call.Context.Tables.TryGetValue("naming", out var table) && table.Codes.TryGetValue(space, out var declared)
                ? declared
                : "urn:simphonie:authority:" + Uri.EscapeDataString(space);
        }

        if (system is not null)
        {
            Add(into, system);
        }
    }

    private static void InsType(in Call call, List<Item> into)
    {
        if (!call.TryText(0, out var oid))
        {
            return;
        }

        var code = oid switch
        {
            "1.2.250.1.213.1.4.8" or "1.2.250.1.213.1.4.10" or "1.2.250.1.213.1.4.11" => "INS-NIR",
            "1.2.250.1.213.1.4.9" => "INS-NIA",
            _ => null,
        };
        if (code is not null)
        {
            into.Add(CodeFunctions.Coding(InsTypes, code, null));
        }
    }

    [GeneratedRegex(@"^[0-2](\.(0|[1-9][0-9]*))+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 250)]
    private static partial Regex OidForm();
}
