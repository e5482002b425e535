using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Noemie;

/// <summary>Findings of the <c>noemie</c> format: 260x transport, 261x entities, 262x fields, 263x totals, 264x building, 265x schema files.</summary>
public static class NoemieCodes
{
    public static readonly DiagnosticCode NotNoemie = new("SIM2601", Severity.Error, "The file does not begin with a complete entity 000", "Send a NOEMIE file from its first byte on.");
    public static readonly DiagnosticCode BlockFlag = new("SIM2602", Severity.Error, "The flag of a block is wrong", "Each data block begins with the flag that the schema names; only the last one has the flag of the last.");
    public static readonly DiagnosticCode TruncatedBlock = new("SIM2603", Severity.Error, "A block is shorter than a block is", "Ask the sender for the whole file; transfer it in binary.");
    public static readonly DiagnosticCode NoTrailer = new("SIM2604", Severity.Error, "The file has no complete entity 999 at its end", "The file ends too early: ask the sender for the whole of it.");
    public static readonly DiagnosticCode AfterTrailer = new("SIM2605", Severity.Error, "Something stands behind the entity 999", "One file holds one return: split it.");
    public static readonly DiagnosticCode NotListed = new("SIM2606", Severity.Warning, "There are more findings than are listed", "Correct those that are listed and check again.");

    public static readonly DiagnosticCode EntityNumber = new("SIM2610", Severity.Error, "An entity does not begin with a number of three digits", "Ask the sender to correct it; what stands there is kept as it is.");
    public static readonly DiagnosticCode UnknownEntity = new("SIM2611", Severity.Warning, "The schema does not know this entity", "It is kept as it is; add it to the schema when its layout is known.");
    public static readonly DiagnosticCode Unterminated = new("SIM2612", Severity.Error, "An entity does not end with @", "Ask the sender to correct it; the next entity is looked for behind it.");
    public static readonly DiagnosticCode EntityLength = new("SIM2613", Severity.Error, "An entity is longer or shorter than its layout", "Compare with the layout in the schema; the sender may write another version.");
    public static readonly DiagnosticCode LevelUnreadable = new("SIM2614", Severity.Error, "The niveau de rupture is not two digits", "Ask the sender to correct it.");
    public static readonly DiagnosticCode LevelJumps = new("SIM2615", Severity.Error, "The niveau de rupture jumps over a level", "A level is one deeper than what it belongs to: an entity is missing above, or the level is wrong.");
    public static readonly DiagnosticCode SecondHeader = new("SIM2616", Severity.Error, "An entity 000 stands inside of the file", "One file holds one return: split it.");
    public static readonly DiagnosticCode OutsideInvoice = new("SIM2617", Severity.Error, "A part of an invoice stands outside of an invoice", "Ask the sender which invoice it belongs to.");

    public static readonly DiagnosticCode NotBlank = new("SIM2618", Severity.Warning, "Reserved positions are not blank", "The sender may write another version; the bytes are kept.");

    public static readonly DiagnosticCode NotDigits = new("SIM2620", Severity.Error, "A numeric field holds something else than digits", "Ask the sender to correct it.");
    public static readonly DiagnosticCode Missing = new("SIM2621", Severity.Error, "An obligatory field is blank or missing", "Ask the sender to fill it.");
    public static readonly DiagnosticCode NotFixed = new("SIM2622", Severity.Error, "A field with one possible value has another", "Compare with the layout in the schema.");
    public static readonly DiagnosticCode UnknownCode = new("SIM2623", Severity.Warning, "The code is not in its list", "It is kept as it is; add it to the schema when its meaning is known.");
    public static readonly DiagnosticCode WrongCode = new("SIM2624", Severity.Error, "The code is none of those that the field may have", "Ask the sender to correct it.");
    public static readonly DiagnosticCode NotADate = new("SIM2625", Severity.Error, "The date is not a day of the calendar", "Dates are written AAMMJJ.");
    public static readonly DiagnosticCode WrongKey = new("SIM2626", Severity.Error, "The key of an identification number is wrong", "Ask the sender to correct the number or its key.");
    public static readonly DiagnosticCode Unprintable = new("SIM2627", Severity.Warning, "A field holds characters that are not ASCII", "It is read as ISO 8859-1.");
    public static readonly DiagnosticCode WrongSign = new("SIM2628", Severity.Error, "The sign of an amount is neither P nor N", "Ask the sender: the amount cannot be counted without it.");
    public static readonly DiagnosticCode StateAgainstAmount = new("SIM2629", Severity.Warning, "A part that is not paid has a paid amount", "Ask the sender which of both holds.");

    public static readonly DiagnosticCode ControlCount = new("SIM2630", Severity.Error, "The count of an entity 990 is not that of what it closes", "The file is suspect as a whole: ask the sender for it again.");
    public static readonly DiagnosticCode ControlAmount = new("SIM2631", Severity.Error, "The total of an entity 990 is not that of what it closes", "The file is suspect as a whole: ask the sender for it again.");
    public static readonly DiagnosticCode ControlWithoutGroup = new("SIM2632", Severity.Error, "An entity 990 closes nothing", "A control total is missing its level, or stands there twice.");
    public static readonly DiagnosticCode ControlMissing = new("SIM2633", Severity.Warning, "A level ends without its entity 990", "Its total could not be verified; the total of the file was.");
    public static readonly DiagnosticCode RecordCount = new("SIM2634", Severity.Error, "The number of records of the entity 999 is wrong", "The file is suspect as a whole: ask the sender for it again.");
    public static readonly DiagnosticCode LotCount = new("SIM2635", Severity.Error, "The number of lots of the entity 999 is wrong", "The file is suspect as a whole: ask the sender for it again.");
    public static readonly DiagnosticCode FileAmount = new("SIM2636", Severity.Error, "The total of the entity 999 is wrong", "The file is suspect as a whole: ask the sender for it again.");
    public static readonly DiagnosticCode EndsDiffer = new("SIM2637", Severity.Error, "The entity 999 names another sender or file than the entity 000", "Two files were mixed: ask the sender for both again.");

    public static readonly DiagnosticCode UnknownName = new("SIM2640", Severity.Error, "The schema has no such entity or field here", "Correct the path of the mapping.");
    public static readonly DiagnosticCode DoesNotFit = new("SIM2641", Severity.Error, "A value does not fit its field", "Shorten the value; an amount is never cut.");
    public static readonly DiagnosticCode WrongFormat = new("SIM2642", Severity.Error, "The document or the schema is not of the format noemie", "Use the format that read it.");

    public static readonly DiagnosticCode UnusableSchemaFile = new("SIM2650", Severity.Error, "A NOEMIE schema file cannot be used", "The file must exist, be YAML and be one mapping.");
    public static readonly DiagnosticCode BadSchemaEntry = new("SIM2651", Severity.Error, "An entry of a NOEMIE schema file is wrong", "Correct the file at the place named.");
}
