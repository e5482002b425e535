using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>Posts invoices to the FHIR door, one after the other, with numbers and dates of this run.</summary>
internal sealed partial class InvoiceSender(DemoPorts ports, IJournalReader journal, DateTimeOffset now) : IDisposable
{
    /// <summary>The day on which the samples were made.</summary>
    private static readonly DateOnly s_made = new(2026, 11, 20);

    private readonly HttpClient _client = new();
    private readonly int _days = DateOnly.FromDateTime(now.UtcDateTime).DayNumber - s_made.DayNumber;
    private readonly string _run = (now.ToUnixTimeSeconds() % 100_000).ToString("00000", CultureInfo.InvariantCulture);

    public async Task<DayInvoice> SendAsync(InvoiceEntry entry, int copy, CancellationToken cancellationToken)
    {
        var claim = Stamp(await File.ReadAllTextAsync(entry.File, cancellationToken), copy);
        using var content = new StringContent(claim);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Http}/fhir");
        using var response = await _client.PostAsync(new Uri(address), content, cancellationToken);
        var kept = response.IsSuccessStatusCode ? await journal.MessagesAsync(new() { Channel = "gap-fhir", Limit = 1 }, cancellationToken) : [];
        return new(entry, Provider(claim), Number(claim), kept.FirstOrDefault()?.Id ?? 0);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Numbers <c>2600000NN</c> become those of this run and copy; days of 2026 move with the day it is.</summary>
    private string Stamp(string claim, int copy) => Days().Replace(
        claim.Replace("\"2600000", string.Create(CultureInfo.InvariantCulture, $"\"{_run}{copy:00}"), StringComparison.Ordinal),
        day => DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(_days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Number(string claim) => Claim(claim).GetProperty("identifier")[0].GetProperty("value").GetString() ?? "";

    private static string Provider(string claim) => Claim(claim).GetProperty("provider").GetProperty("identifier").GetProperty("value").GetString() ?? "";

    private static JsonElement Claim(string bundle)
    {
        using var document = JsonDocument.Parse(bundle);
        return document.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource"))
            .First(resource => resource.GetProperty("resourceType").GetString() == "Claim").Clone();
    }

    [GeneratedRegex("2026-[01][0-9]-[0-3][0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Days();
}
