using Simphonie.Core.Lots;

namespace Simphonie.Definitions.Lots;

/// <summary>Who numbers the lots of an establishment for a recipient: never two.</summary>
public enum NumberOwner
{
    Hub,

    /// <summary>The establishment's own software, whose lots the hub carries as they are.</summary>
    Gap,
}

/// <summary>A recipient of the site.</summary>
public sealed record Recipient(LotRecipient Address, NumberOwner Owner);

/// <summary>The recipients of a site, and which of them an invoice goes to. Immutable.</summary>
public sealed class RecipientDirectory
{
    private readonly Dictionary<string, Recipient> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Scheme, string Fund, string Centre), Recipient> _byAttachment = [];
    private readonly Recipient? _single;

    /// <param name="rows">Rows of the directory.</param>
    /// <param name="single">Code of the one recipient that all invoices go to (the paying caisse of the establishment); null: by attachment.</param>
    /// <param name="ownerOf">Who numbers for a code.</param>
    public RecipientDirectory(IEnumerable<DirectoryRow> rows, string? single, Func<string, NumberOwner> ownerOf)
    {
        foreach (var row in rows)
        {
            if (!_byCode.TryGetValue(row.Address.Code, out var recipient))
            {
                recipient = new(row.Address, ownerOf(row.Address.Code));
                _byCode.Add(row.Address.Code, recipient);
            }

            _byAttachment.TryAdd((row.Scheme, row.Fund, row.Centre), recipient);
        }

        _single = single is null ? null : _byCode.GetValueOrDefault(single);
    }

    public IReadOnlyCollection<Recipient> All => _byCode.Values;

    public Recipient? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The recipient of an invoice: the site's only one, else that of the caisse and centre of attachment, of the caisse, or of the scheme. Null when the directory has none.</summary>
    public Recipient? For(string scheme, string fund, string centre) =>
        _single
        ?? _byAttachment.GetValueOrDefault((scheme, fund, centre))
        ?? _byAttachment.GetValueOrDefault((scheme, fund, ""))
        ?? _byAttachment.GetValueOrDefault((scheme, "", ""));
}

/// <summary>A row of the directory: an attachment and who receives its invoices.</summary>
/// <param name="Scheme">Two digits.</param>
/// <param name="Fund">Three digits; empty: every caisse of the scheme.</param>
/// <param name="Centre">Four digits; empty: every centre of the caisse.</param>
/// <param name="Address">The recipient; its code is its scheme and organism.</param>
public sealed record DirectoryRow(string Scheme, string Fund, string Centre, LotRecipient Address);
