using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>Findings of the functions for French formats (2310-2329).</summary>
public static class FrenchCodes
{
    public static readonly DiagnosticCode WrongNir = new(
        "SIM2310", Severity.Error, "The NIR has a wrong key or form", "Correct the NIR at its source: 13 characters and the key 97 - (NIR mod 97).");

    public static readonly DiagnosticCode NoSuchDate = new(
        "SIM2311", Severity.Information, "No date of the calendar", "A lunar date is read with lunarDate(); else correct the date at its source.");

    public static readonly DiagnosticCode WrongLunarDate = new(
        "SIM2312", Severity.Warning, "No lunar date", "Write it as jj^mm^aaaa, as on the card.");

    public static readonly DiagnosticCode WrongOid = new(
        "SIM2313", Severity.Warning, "No object identifier", "Digits between dots, such as 1.2.250.1.213.1.4.8.");

    public static readonly DiagnosticCode WrongFiness = new(
        "SIM2314", Severity.Error, "The FINESS number has a wrong key or form", "Correct the nine characters at their source.");

    public static readonly DiagnosticCode WrongAmount = new(
        "SIM2315", Severity.Error, "No amount in euros and cents", "An amount has at most two decimals; cents are a whole number.");

    public static readonly DiagnosticCode TooLong = new(
        "SIM2316", Severity.Error, "The value is longer than the place it goes to", "Nothing is cut off silently: shorten it with substring() when it may be.");

    public static readonly DiagnosticCode Missing = new(
        "SIM2320", Severity.Error, "A required value is missing", "Supply it at its source.");

    public static readonly DiagnosticCode NotOne = new(
        "SIM2321", Severity.Error, "Exactly one is needed", "Choose one with where().");

    public static readonly DiagnosticCode NothingMade = new(
        "SIM2322", Severity.Error, "The mapping made nothing to refer to", "Make it before, for the same item or once for all.");

    public static readonly DiagnosticCode NotOffered = new(
        "SIM2323", Severity.Error, "The function has nothing to work with here", "It needs the hub's own services; use it in a mapping or route that runs.");

    public static readonly DiagnosticCode UnknownAuthority = new(
        "SIM2324", Severity.Warning, "The identifier says no assigning authority", "Send CX-4; without it the identifier is only unique within the sender.");
}
