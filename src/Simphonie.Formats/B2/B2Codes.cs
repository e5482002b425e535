using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.B2;

/// <summary>Findings of reading, checking and writing B2.</summary>
public static class B2Codes
{
    public static readonly DiagnosticCode UnknownRecord = new("SIM2501", Severity.Error, "a record is of no known type",
        "Position 1 says the type (000, 1 to 6, 999); a letter at 36, or at 39 in norm CP, says the sub-type.");

    public static readonly DiagnosticCode RecordLength = new("SIM2502", Severity.Error, "a record is not 128 characters long",
        "Fill each record with spaces up to 128 characters.");

    public static readonly DiagnosticCode Truncated = new("SIM2503", Severity.Error, "the file ends inside of a record",
        "Send the file again: its end is missing.");

    public static readonly DiagnosticCode Unprintable = new("SIM2504", Severity.Error, "a character is not printable ASCII",
        "Write characters 32 to 126; put letters with accents to those without.");

    public static readonly DiagnosticCode NotDigits = new("SIM2505", Severity.Error, "a number holds something else than digits",
        "Justify numbers to the right and fill them with zeros.");

    public static readonly DiagnosticCode Missing = new("SIM2506", Severity.Error, "an obligatory field is not filled",
        "Fill the field.");

    public static readonly DiagnosticCode NotFixed = new("SIM2507", Severity.Error, "a field does not hold the value that the norm fixes",
        "Write the value that the finding names.");

    public static readonly DiagnosticCode UnknownCode = new("SIM2508", Severity.Error, "a code is not in its list",
        "Use a code of the list; the lists are in schemas/b2.");

    public static readonly DiagnosticCode OddCode = new("SIM2509", Severity.Warning, "a code is none of the known ones",
        "Check the code: the list that is known is not complete.");

    public static readonly DiagnosticCode NotADate = new("SIM2510", Severity.Error, "a date is none",
        "Write AAMMJJ.");

    public static readonly DiagnosticCode WrongNirKey = new("SIM2511", Severity.Error, "the key of a NIR is wrong",
        "Correct the number or its key: key = 97 - (number mod 97), with 2A as 19 and 2B as 18.");

    public static readonly DiagnosticCode WrongFinessKey = new("SIM2512", Severity.Error, "the key of a FINESS or professional's number is wrong",
        "Correct the number: its ninth digit is a key over the others.");

    public static readonly DiagnosticCode UncheckedFinessKey = new("SIM2513", Severity.Warning, "the key of a number of Corsica is not checked",
        "Nothing, if the number is right: how the key is counted with a letter is not public.");

    public static readonly DiagnosticCode NotBlank = new("SIM2514", Severity.Warning, "positions that the layout leaves blank are filled",
        "Leave them blank, or read the file with a schema that knows them.");

    public static readonly DiagnosticCode WrongCount = new("SIM2515", Severity.Error, "a count of records does not agree with the records",
        "Count again; records may be missing.");

    public static readonly DiagnosticCode WrongTotal = new("SIM2516", Severity.Error, "a total does not agree with the lines",
        "Add up again; lines may be missing or changed.");

    public static readonly DiagnosticCode InvoiceNumberDiffers = new("SIM2517", Severity.Error, "a record has another invoice number than its invoice",
        "Write the invoice number of the record of type 2 in all records of the invoice.");

    public static readonly DiagnosticCode OutOfOrder = new("SIM2518", Severity.Error, "a record stands where it may not",
        "A file is 000, lots, 999; a lot is 1, invoices, 6; an invoice is 2, its complements, lines of 3 and 4 with theirs, and 5.");

    public static readonly DiagnosticCode LotRepeated = new("SIM2519", Severity.Error, "a lot number comes twice in a file",
        "Number the lots of a file each for itself.");

    public static readonly DiagnosticCode InvoiceRepeated = new("SIM2520", Severity.Error, "an invoice number comes twice in a file",
        "Take the second one out: an invoice is in one lot only.");

    public static readonly DiagnosticCode SecondHeader = new("SIM2521", Severity.Error, "a second record 000 stands in the file",
        "Send one file at a time.");

    public static readonly DiagnosticCode NoTrailer = new("SIM2522", Severity.Error, "the file has no record 999",
        "Send the file again: its end is missing.");

    public static readonly DiagnosticCode AfterTrailer = new("SIM2523", Severity.Error, "records stand behind record 999",
        "End the file with record 999.");

    public static readonly DiagnosticCode MixedNorms = new("SIM2524", Severity.Error, "a lot is of another norm than its file",
        "Send one norm a file: the code at 79-80 of record 1 is that of 62-65 of record 000.");

    public static readonly DiagnosticCode NotRepeated = new("SIM2525", Severity.Error, "a field does not repeat what the head of its lot or file says",
        "Write the same value in both records.");

    public static readonly DiagnosticCode OddSeparator = new("SIM2526", Severity.Warning, "records are not separated alike",
        "Separate all records alike, or none.");

    public static readonly DiagnosticCode MoreFindings = new("SIM2527", Severity.Error, "there are more findings than are shown",
        "Correct those that are shown and check again.");

    public static readonly DiagnosticCode NotB2 = new("SIM2528", Severity.Error, "the bytes are no B2 file",
        "A file begins with a record 000 of 128 characters.");

    public static readonly DiagnosticCode TooMany = new("SIM2529", Severity.Error, "there is more in the file than a file can hold",
        "Split it: a file holds at most 999 lots, a lot 999 invoices.");

    public static readonly DiagnosticCode UnknownWorld = new("SIM2530", Severity.Warning, "the first lot does not say within its first 64 KiB whether it is real",
        "Nothing: what the lots say is checked when the file is handled. Keep lots under 500 records to have it checked at the door.");

    public static readonly DiagnosticCode UnknownPlace = new("SIM2540", Severity.Error, "a place cannot be written",
        "Write lots under the file, invoices under a lot, records and lines under an invoice, fields under their record.");

    public static readonly DiagnosticCode DoesNotFit = new("SIM2541", Severity.Error, "a value does not fit into its field",
        "Split the invoice, or shorten the text in the mapping; nothing is ever cut off.");

    public static readonly DiagnosticCode TooManyDecimals = new("SIM2542", Severity.Error, "an amount has more decimals than its field",
        "Give amounts in whole cents; nothing is ever rounded.");

    public static readonly DiagnosticCode UnfitCharacter = new("SIM2543", Severity.Error, "a character has no place in printable ASCII",
        "Add it to 'characters' of the schema, or replace it in the mapping.");

    public static readonly DiagnosticCode UnfitValue = new("SIM2544", Severity.Error, "a value is not of the kind that its field holds",
        "Give digits to numbers, days to dates, and amounts that are not negative.");

    public static readonly DiagnosticCode ForeignSource = new("SIM2545", Severity.Error, "only a part of a B2 document can be copied into one",
        "Copy files, lots, invoices, lines and records to places of the same kind.");

    public static readonly DiagnosticCode TotalContradicts = new("SIM2546", Severity.Error, "a total that was given is not that of the lines",
        "Leave the totals out: they are counted when the invoice is written.");

    public static readonly DiagnosticCode Incomplete = new("SIM2547", Severity.Error, "a part is missing from what was built",
        "An invoice has a record of type 2 and at least one line, a lot a record of type 1 and invoices, a file a record 000.");

    public static readonly DiagnosticCode UnusableSchemaFile = new("SIM2550", Severity.Error, "a schema file of B2 cannot be read",
        "Check that the file exists and is YAML.");

    public static readonly DiagnosticCode BadSchemaEntry = new("SIM2551", Severity.Error, "an entry of a B2 schema is malformed",
        "See schemas/b2/cp-2007.yaml for the form of each section.");
}
