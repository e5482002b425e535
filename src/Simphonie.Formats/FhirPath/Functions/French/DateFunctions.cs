using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>Dates between HL7 v2, FHIR and the card. Times without an offset are those of Europe/Paris.</summary>
internal static class DateFunctions
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("date", "The day, in Europe/Paris, of a date or date-time of HL7 v2 or FHIR, as far as it says one (2024, 2024-03, 2024-03-06).", "PV1-44.date()", Date, Results.Date),
        New("fhirDate", "A date of HL7 v2 as FHIR allows it, partial ones too. A lunar or impossible date gives nothing and says so.", "PID-7.fhirDate()", Date, Results.Date),
        New("fhirDateTime", "A time of HL7 v2 as FHIR allows it: with seconds and offset when it has an hour.", "ZBE-2.fhirDateTime()", DateTime, Results.DateTime),
        New("hl7Date", "A date or date-time of FHIR as a date of HL7 v2 (yyyyMMdd, or as much as it says).", "Patient.birthDate.hl7Date()", Hl7Date, Results.String),
        New("hl7DateTime", "A date-time of FHIR as a time of HL7 v2 (yyyyMMddHHmmss) in Europe/Paris.", "CoverageEligibilityResponse.created.hl7DateTime()", Hl7DateTime, Results.String),
        New("lunarDate", "A date as the card has it, which may have a day or month that no calendar has: jj^mm^aaaa (ZFD-1) or yyyy-MM-dd becomes yyyy-MM-dd.", "ZFD-1.lunarDate()", LunarDate, Results.String),
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, Func<InferredType, IReadOnlyList<InferredType>, InferredType> result) =>
        new() { Name = name, Set = FunctionSet.Hub, Description = description, Example = example, Body = body, Result = result };

    private static bool TryMoment(in Call call, out Temporal moment)
    {
        moment = default;
        if (!call.TryInput(out Item item))
        {
            return false;
        }

        var value = Reading.ValueOf(call.Context, item);
        if (value.IsNone || Hl7Time.TryRead(value, out moment))
        {
            return !value.IsNone;
        }

        call.Find(FrenchCodes.NoSuchDate, item);
        return false;
    }

    private static Temporal Day(Temporal moment) => moment with { Kind = ValueKind.Date, Local = moment.InParis, Offset = null, Precision = moment.Precision > Precision.Day ? Precision.Day : moment.Precision };

    private static void Date(in Call call, List<Item> into)
    {
        if (TryMoment(call, out var moment))
        {
            into.Add(new Item(Day(moment).ToValue()));
        }
    }

    private static void DateTime(in Call call, List<Item> into)
    {
        if (!TryMoment(call, out var moment))
        {
            return;
        }

        if (moment.HasTime)
        {
            moment = moment with { Precision = moment.Precision < Precision.Second ? Precision.Second : moment.Precision, Offset = moment.Offset ?? Paris.GetUtcOffset(moment.Local) };
        }

        into.Add(new Item((moment with { Kind = ValueKind.DateTime }).ToValue()));
    }

    private static void Hl7Date(in Call call, List<Item> into)
    {
        if (TryMoment(call, out var moment))
        {
            into.Add(new Item(Value.Of(Hl7Time.Write(Day(moment)))));
        }
    }

    private static void Hl7DateTime(in Call call, List<Item> into)
    {
        if (TryMoment(call, out var moment))
        {
            into.Add(new Item(Value.Of(Hl7Time.Write(moment))));
        }
    }

    private static void LunarDate(in Call call, List<Item> into)
    {
        if (!call.TryInput(out Item item))
        {
            return;
        }

        var (day, month, year) = Parts(call.Context, item);
        if (TryNumber(day, 2, out var d) && TryNumber(month, 2, out var m) && TryNumber(year, 4, out var y) && year.Length == 4)
        {
            into.Add(new Item(Value.Of(string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}"))));
        }
        else
        {
            call.Find(FrenchCodes.WrongLunarDate, item);
        }
    }

    private static (string Day, string Month, string Year) Parts(EvaluationContext context, Item item)
    {
        if (item.IsNode && item.Node.Document is IAddressable)
        {
            return (Hl7Parts.Component(context, item.Node, "NA", 1).Text, Hl7Parts.Component(context, item.Node, "NA", 2).Text, Hl7Parts.Component(context, item.Node, "NA", 3).Text);
        }

        var text = Reading.ValueOf(context, item).Text;
        var packed = text.Length == 8 && !text.Contains('-', StringComparison.Ordinal);
        var parts = packed ? [text[..4], text[4..6], text[6..]] : text.Split('-', '^');
        return parts.Length != 3 ? ("", "", "")
            : packed || text.Contains('-', StringComparison.Ordinal) ? (parts[2], parts[1], parts[0])
            : (parts[0], parts[1], parts[2]);
    }

    private static bool TryNumber(string text, int longest, out int number)
    {
        number = 0;
        return text.Length > 0 && text.Length <= longest && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
