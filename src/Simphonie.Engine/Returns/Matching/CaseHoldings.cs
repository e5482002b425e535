using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Simphonie.Engine.Returns.Matching;

/// <summary>What the case of an invoice's part holds, as far as returns are compared with it.</summary>
internal struct CaseHoldings
{
    /// <summary>Number of its lot; null while it is in none.</summary>
    public long? Lot { get; private set; }

    /// <summary>As <c>yyyy-MM-dd</c>.</summary>
    public string? LotDate { get; private set; }

    public string? Payer { get; private set; }

    /// <summary>Stand-in of the insured.</summary>
    public string? Insured { get; private set; }

    public long? Asked { get; private set; }

    public long Paid { get; private set; }

    /// <summary>What is neither paid nor rejected.</summary>
    public long Open { get; private set; }

    /// <summary>How often it was rejected; null where the process does not count it.</summary>
    public long? Rejections { get; private set; }

    public static CaseHoldings Read(string holds)
    {
        var holdings = default(CaseHoldings);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(holds.Length));
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(holds, bytes)));
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    holdings.ReadOne(ref reader);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return holdings;
    }

    private void ReadOne(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("lot"u8))
        {
            Lot = Number(ref reader);
        }
        else if (reader.ValueTextEquals("lot_date"u8))
        {
            LotDate = Text(ref reader);
        }
        else if (reader.ValueTextEquals("payer"u8))
        {
            Payer = Text(ref reader);
        }
        else if (reader.ValueTextEquals("insured"u8))
        {
            Insured = Text(ref reader);
        }
        else if (reader.ValueTextEquals("asked"u8))
        {
            Asked = Number(ref reader);
        }
        else if (reader.ValueTextEquals("paid"u8))
        {
            Paid = Number(ref reader) ?? 0;
        }
        else if (reader.ValueTextEquals("rejections"u8))
        {
            Rejections = Number(ref reader);
        }
        else if (reader.ValueTextEquals("open"u8))
        {
            Open = Number(ref reader) ?? 0;
        }
    }

    private static long? Number(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : null;

    private static string? Text(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
}
