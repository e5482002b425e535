using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Lots;

/// <summary>The keys of the section <c>lots</c>.</summary>
internal static class LotsFields
{
    public static FieldDeclaration Section { get; } = new()
    {
        Name = "lots", Kind = FieldKind.Map, Description = "Lots of invoices: their recipients, who numbers them, when they close. Files of closed lots come from the internal channel 'lots'.",
        Fields =
        [
            new() { Name = "directory", Kind = FieldKind.Text, Required = true, Example = "caisses.csv", Description = "Directory of recipients, relative to hub.yaml: 'regime;caisse;centre;regime_destinataire;organisme;centre_informatique;adresse'." },
            new() { Name = "recipient", Kind = FieldKind.Text, Example = "\"01750\"", Description = "The one recipient that the invoices of all schemes go to (scheme and organism, five digits); without it, the recipient of each invoice's caisse of attachment." },
            new()
            {
                Name = "sender", Kind = FieldKind.Map, Description = "The establishment as lots name it; the FINESS is that of 'establishment'.",
                Fields =
                [
                    new() { Name = "name", Kind = FieldKind.Text, Example = "CH EXEMPLE", Description = "Name in ASCII, at most 40 characters; without it, the establishment's." },
                    new() { Name = "category", Kind = FieldKind.Text, Example = "\"355\"", Description = "Category of establishment, at most three characters." },
                    new() { Name = "legal_status", Kind = FieldKind.Text, Example = "\"13\"", Description = "Legal status, at most two characters." },
                    new() { Name = "tariff_mode", Kind = FieldKind.Text, Example = "\"03\"", Description = "How tariffs are fixed, at most two characters." },
                ],
            },
            new() { Name = "numbers", Kind = FieldKind.Choice, Choices = ["hub", "gap"], Default = "hub", Description = "Who numbers lots: the hub, or the establishment's own software. Lots of the other are refused." },
            new() { Name = "except", Kind = FieldKind.List, Example = "[\"02141\"]", Description = "Recipients for which the other one numbers." },
            new() { Name = "lines", Kind = FieldKind.Integer, Default = "1000", Minimum = 3, Maximum = 9999, Description = "Records of one lot at most. A larger invoice has a lot of its own." },
            new() { Name = "invoices", Kind = FieldKind.Integer, Default = "999", Minimum = 1, Maximum = 999, Description = "Invoices of one lot at most." },
            new() { Name = "within", Kind = FieldKind.Duration, Example = "4 hours", Description = "How long an open lot takes invoices before it closes." },
            new() { Name = "at", Kind = FieldKind.List, Example = "[\"12:00\", \"18:00\"]", Description = "Times of the day in France at which open lots close." },
            new() { Name = "refused", Kind = FieldKind.Choice, Choices = ["again", "hold"], Default = "again", Description = "What becomes of the invoices of a lot that the recipient refused: they go again in a new lot at once, or the new lot waits for somebody." },
            new() { Name = "process", Kind = FieldKind.Reference, Example = "invoice", Description = "Process whose cases are told what becomes of the lots of their invoices: 'closed-in-lot', 'lot-sent', 'lot-accepted', 'lot-refused', 'withdrawn'. The key of a case is FINESS/number/complement/amo or /amc. Without it, none is told." },
            new() { Name = "certified", Kind = FieldKind.List, Example = "[b2/editor@2]", Description = "Profiles that the site is certified for, with their version. Nothing else sends real invoices, and a hub profile never does." },
            new() { Name = "marks", Kind = FieldKind.Text, Example = "/var/lib/simphonie-marks/lots.marks", Description = "File that keeps how far numbers have come, outside of the journal and best on another disk; without it, in the data directory. Relative to hub.yaml." },
        ],
    };

    /// <summary>The same for the test of a route, which has a small directory of its own when it names none.</summary>
    public static FieldDeclaration OfTest { get; } = Section with
    {
        Description = "Route: the section 'lots' of hub.yaml that the test runs with, paths relative to the test; without it, a route that uses 'lot' or 'carry' has a small one whose recipients are 01999, 01998 and 02999. Open lots are closed at the end of the test.",
        Fields = [.. Section.Fields.Where(static field => field.Name is not ("within" or "at" or "marks")).Select(static field => field with { Required = false })],
    };
}
