using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Testing;

/// <summary>Lots of the site of a test.</summary>
public static class TestLots
{
    private static readonly EstablishmentDefinition s_establishment = new("750000010", "TEST ESTABLISHMENT");

    /// <summary>Synthetic, as the demonstration's: two caisses of scheme 01 with a recipient each, and one recipient for all of scheme 02.</summary>
    private static readonly IReadOnlyList<DirectoryRow> s_rows = [Row("01", "999", "999"), Row("01", "998", "998"), Row("02", "", "999")];

    /// <summary>Of a test that says nothing of them: the hub numbers, and no case is told.</summary>
    public static LotsDefinition Default { get; } = new LotsReader("", s_establishment, []).Read(new Setting.Map([], Place.Whole), s_rows);

    /// <summary>What a test says; a directory is read from beside the test.</summary>
    public static LotsDefinition Read(Setting.Map section, string folder, DiagnosticBag findings)
    {
        var reader = new LotsReader(folder, s_establishment, findings);
        return reader.Read(section, section.Scalar("directory") is { } directory ? reader.Rows(directory) : s_rows);
    }

    private static DirectoryRow Row(string scheme, string fund, string organism) =>
        new(scheme, fund, "", new LotRecipient(scheme + organism, scheme, organism, "999", null));
}
