using Simphonie.Core.Messages;

namespace Simphonie.Core.Lots;

/// <summary>What the file of a lot says of itself: numbers and dates as they were given when the lot closed, so that the same file can be written again.</summary>
public sealed record LotSheet
{
    public required LotSender Sender { get; init; }

    public required LotRecipient Recipient { get; init; }

    public required World World { get; init; }

    /// <summary>Six characters, unique for (FINESS, recipient, world).</summary>
    public required string FileId { get; init; }

    public required DateOnly FileDate { get; init; }

    /// <summary>1 to 999; 0 where lots keep their own.</summary>
    public required int Number { get; init; }

    public required DateOnly LotDate { get; init; }
}

/// <summary>The establishment that bills.</summary>
/// <param name="Finess">Nine digits with the key.</param>
/// <param name="Name">Name, in ASCII, at most 40 characters.</param>
/// <param name="Category">Category of establishment, three characters or empty.</param>
/// <param name="LegalStatus">Legal status, two characters or empty.</param>
/// <param name="TariffMode">How tariffs are fixed, two characters or empty.</param>
public sealed record LotSender(string Finess, string Name, string Category, string LegalStatus, string TariffMode);

/// <summary>Who receives lots.</summary>
/// <param name="Code">Code of the recipient in the site's configuration and in the ledger of numbers.</param>
/// <param name="Scheme">Two digits.</param>
/// <param name="Organism">Three digits.</param>
/// <param name="DataCentre">Three digits.</param>
/// <param name="Address">Address of its mailbox; null when it has none.</param>
public sealed record LotRecipient(string Code, string Scheme, string Organism, string DataCentre, string? Address);
