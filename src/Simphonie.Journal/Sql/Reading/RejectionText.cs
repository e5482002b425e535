using System.Text.Json;
using Simphonie.Core.Returns;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Reasons of rejection of a parked part as a JSON array of arrays: code, label, level, debtor, line.</summary>
internal static class RejectionText
{
    /// <summary>Null for none.</summary>
    public static string? Write(IReadOnlyList<ReturnRejection> rejections)
    {
        if (rejections.Count == 0)
        {
            return null;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var rejection in rejections)
            {
                json.WriteStartArray();
                json.WriteStringValue(rejection.Code);
                json.WriteStringValue(rejection.Label);
                json.WriteStringValue(rejection.Level);
                json.WriteNumberValue(rejection.Debtor is { } debtor ? (int)debtor : -1);
                json.WriteNumberValue(rejection.Line);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static IReadOnlyList<ReturnRejection> Read(string? text)
    {
        if (text is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(text);
        return
        [
            .. document.RootElement.EnumerateArray().Select(static row => new ReturnRejection(
                row[0].GetString()!, row[1].GetString()!, row[2].GetString()!, row[3].GetInt32() is var debtor and >= 0 ? (DebtorPart)debtor : null, row[4].GetInt32())),
        ];
    }
}
