using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>Brings invoices to the hub, one after the other: Claims to the FHIR door, messages of HL7 v2 (<c>.er7</c>) as files of the GAP.</summary>
internal sealed class InvoiceSender(DemoPorts ports, DemoFolders folders, InvoiceWatch watch, InvoiceStamp stamp) : IDisposable
{
    private readonly HttpClient _client = new();

    public async Task<DayInvoice> SendAsync(InvoiceEntry entry, int copy, CancellationToken cancellationToken)
    {
        var invoice = stamp.Stamp(await File.ReadAllTextAsync(entry.File, cancellationToken), copy);
        return Path.GetExtension(entry.File) == ".er7"
            ? await DropAsync(entry, invoice, cancellationToken)
            : await PostAsync(entry, invoice, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private async Task<DayInvoice> PostAsync(InvoiceEntry entry, string bundle, CancellationToken cancellationToken)
    {
        using var content = new StringContent(bundle);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Http}/fhir");
        using var response = await _client.PostAsync(new Uri(address), content, cancellationToken);
        var claim = Claim(bundle);
        return new(
            entry,
            claim.GetProperty("provider").GetProperty("identifier").GetProperty("value").GetString() ?? "",
            claim.GetProperty("identifier")[0].GetProperty("value").GetString() ?? "",
            response.IsSuccessStatusCode ? await watch.NewestAsync(InvoiceWatch.Claims, cancellationToken) : 0);
    }

    /// <summary>The message becomes a part, a Claim, which is the invoice that is followed.</summary>
    private async Task<DayInvoice> DropAsync(InvoiceEntry entry, string message, CancellationToken cancellationToken)
    {
        var before = await watch.NewestAsync(InvoiceWatch.Charges, cancellationToken);
        var name = $"{Guid.NewGuid():N}.er7";
        var hidden = Path.Combine(folders.FromGap, $".{name}");
        await File.WriteAllTextAsync(hidden, message, cancellationToken);
        File.Move(hidden, Path.Combine(folders.FromGap, name));
        await watch.TakenAsync(InvoiceWatch.Charges, before, cancellationToken);
        var charge = message.Split('\r').First(static segment => segment.StartsWith("FT1|", StringComparison.Ordinal)).Split('|');
        var account = message.Split('\r').First(static segment => segment.StartsWith("MSH|", StringComparison.Ordinal)).Split('|')[3];
        return new(entry, account.Split('^')[1], charge[23], await watch.NewestAsync(InvoiceWatch.Claims, cancellationToken));
    }

    private static JsonElement Claim(string bundle)
    {
        using var document = JsonDocument.Parse(bundle);
        return document.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource"))
            .First(resource => resource.GetProperty("resourceType").GetString() == "Claim").Clone();
    }
}
