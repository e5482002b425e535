using System.Buffers;
using System.Text;
using System.Text.Json;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Engine.Processes;

/// <summary>Values as the journal keeps them: a JSON object, whole numbers as numbers, all else as text.</summary>
internal sealed class HoldsText : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private readonly Utf8JsonWriter _json;

    public HoldsText() => _json = new(_buffer, new JsonWriterOptions { SkipValidation = true });

    public string Write(IReadOnlyList<Hold> holds, Value[] values)
    {
        Begin();
        for (var i = 0; i < values.Length; i++)
        {
            Write(holds[i].Name, values[i]);
        }

        return End();
    }

    /// <summary>Null for no values.</summary>
    public string? Write(IReadOnlyList<KeyValuePair<string, Value>> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        Begin();
        foreach (var (name, value) in values)
        {
            Write(name, value);
        }

        return End();
    }

    /// <summary>Reads what <see cref="Write(IReadOnlyList{Hold}, Value[])"/> wrote.</summary>
    public static Value[] Read(IReadOnlyList<Hold> holds, string text)
    {
        var values = new Value[holds.Count];
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
            var at = -1;
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        at = Find(holds, ref reader, at);
                        break;
                    case JsonTokenType.Number when at < holds.Count:
                        values[at] = Value.OfLong(reader.GetInt64());
                        break;
                    case JsonTokenType.String when at < holds.Count:
                        values[at] = Typed(holds[at].Kind, reader.GetString()!);
                        break;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return values;
    }

    public void Dispose() => _json.Dispose();

    // Names come in the order of the holds, some left out.
    private static int Find(IReadOnlyList<Hold> holds, ref Utf8JsonReader reader, int after)
    {
        var index = after + 1;
        while (index < holds.Count && !reader.ValueTextEquals(holds[index].Name))
        {
            index++;
        }

        return index;
    }

    private static Value Typed(HoldKind kind, string text) => kind switch
    {
        HoldKind.Instant => Value.OfDateTime(text),
        HoldKind.Date => Value.OfDate(text),
        _ => Value.Of(text),
    };

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
    }

    private void Write(string name, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.None:
                break;
            case ValueKind.Long or ValueKind.Integer:
                _json.WriteNumber(name, value.Integer);
                break;
            default:
                _json.WriteString(name, value.Text);
                break;
        }
    }

    private string End()
    {
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }
}
