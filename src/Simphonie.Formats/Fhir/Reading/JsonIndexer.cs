using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Fhir.Reading;

/// <summary>
/// Reads JSON once and lays down a flat index of it in document order, parents before children. What is wrong becomes a finding;
/// what was read until then stays.
/// </summary>
internal sealed class JsonIndexer
{
    public const int MaxDepth = 64;

    private const int MaxNumberLength = 64;

    /// <summary>Larger indexes are rare, and not worth keeping room for.</summary>
    private const int MostShared = 64 * 1024;

    private readonly int[] _parents = new int[MaxDepth];
    private readonly int[] _lastChild = new int[MaxDepth];
    private readonly List<Fault> _faults = [];
    private JsonNode[] _nodes;
    private bool _isShared;
    private int _count;
    private int _depth;

    private JsonIndexer(int capacity)
    {
        _isShared = capacity <= MostShared;
        _nodes = _isShared ? ArrayPool<JsonNode>.Shared.Rent(capacity) : new JsonNode[capacity];
    }

    /// <summary>What reading found wrong at a node; its path is made when the index is whole.</summary>
    public readonly record struct Fault(DiagnosticCode Code, int Node, long Offset, string Text);

    /// <summary>Indexes the bytes. The index is empty when there is no JSON value at all.</summary>
    public static (ArraySegment<JsonNode> Nodes, IReadOnlyList<Fault> Faults) Index(ReadOnlySpan<byte> bytes)
    {
        // Read into room that is used again, and copied once its size is known: an index that grows by doubling costs more than all else that reading a message makes.
        var indexer = new JsonIndexer(Math.Max(16, bytes.Length / 12));
        indexer.Read(bytes);
        return (indexer.Take(), indexer._faults);
    }

    private ArraySegment<JsonNode> Take()
    {
        if (!_isShared)
        {
            return new ArraySegment<JsonNode>(_nodes, 0, _count);
        }

        var own = _nodes.AsSpan(0, _count).ToArray();
        ArrayPool<JsonNode>.Shared.Return(_nodes);
        return own;
    }

    private void Grow()
    {
        var grown = new JsonNode[_count * 2];
        _nodes.AsSpan(0, _count).CopyTo(grown);
        if (_isShared)
        {
            ArrayPool<JsonNode>.Shared.Return(_nodes);
            _isShared = false;
        }

        _nodes = grown;
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        var skipped = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!Utf8.IsValid(bytes))
        {
            _faults.Add(new Fault(FhirCodes.NotUtf8, 0, -1, "bytes that are not UTF-8 are read as the replacement character"));
        }

        var reader = new Utf8JsonReader(bytes[skipped..], new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (!Token(ref reader, bytes, skipped))
                {
                    return;
                }
            }
        }
        catch (JsonException)
        {
            // The exception's text quotes the message: only where it stopped is told.
            var offset = skipped + reader.BytesConsumed;
            _faults.Add(new Fault(FhirCodes.NotJson, _depth > 0 ? _parents[_depth - 1] : 0, offset, "this is not JSON; what follows was not read"));
        }
    }

    private bool Token(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, int skipped)
    {
        var start = (int)reader.TokenStartIndex + skipped;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Add(JsonKind.Null, start, 0);
                ref var named = ref _nodes[_count - 1];
                named.NameStart = start + 1;
                named.NameLength = reader.ValueSpan.Length;
                named.NameEscaped = reader.ValueIsEscaped;
                CheckText(reader, _count - 1, start);
                return true;
            case JsonTokenType.StartObject:
                return Open(JsonKind.Object, start);
            case JsonTokenType.StartArray:
                return Open(JsonKind.Array, start);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close(start + 1, bytes);
                return true;
            case JsonTokenType.String:
                CheckText(reader, Value(reader.ValueIsEscaped ? JsonKind.EscapedString : JsonKind.String, start + 1, reader.ValueSpan.Length), start);
                return true;
            case JsonTokenType.Number:
                var node = Value(JsonKind.Number, start, reader.ValueSpan.Length);
                CheckNumber(reader.ValueSpan, node, start);
                return true;
            default:
                Value(reader.TokenType switch { JsonTokenType.True => JsonKind.True, JsonTokenType.False => JsonKind.False, _ => JsonKind.Null }, start, reader.ValueSpan.Length);
                return true;
        }
    }

    private bool Open(JsonKind kind, int start)
    {
        var node = Value(kind, start, 0);
        if (_depth == MaxDepth)
        {
            _faults.Add(new Fault(FhirCodes.TooDeep, node, start, "this is nested deeper than 64 levels; the message was not read any further"));
            return false;
        }

        _parents[_depth] = node;
        _lastChild[_depth] = 0;
        _depth++;
        return true;
    }

    private void Close(int end, ReadOnlySpan<byte> bytes)
    {
        _depth--;
        var node = _parents[_depth];
        _nodes[node].Length = end - _nodes[node].Start;
        if (_nodes[node].Kind == JsonKind.Object)
        {
            DuplicateNames.Find(_nodes.AsSpan(0, _count), node, bytes, _faults);
        }
    }

    /// <summary>Fills the node that its name made, or adds one (the root, an item of an array).</summary>
    private int Value(JsonKind kind, int start, int length)
    {
        if (_depth == 0 || _nodes[_parents[_depth - 1]].Kind == JsonKind.Array)
        {
            Add(kind, start, length);
        }
        else
        {
            ref var node = ref _nodes[_count - 1];
            node.Kind = kind;
            node.Start = start;
            node.Length = length;
        }

        return _count - 1;
    }

    private void Add(JsonKind kind, int start, int length)
    {
        if (_count == _nodes.Length)
        {
            Grow();
        }

        ref var node = ref _nodes[_count];
        node = new JsonNode { Kind = kind, Start = start, Length = length, Parent = -1, Item = -1, Property = -1, Type = -1 };
        if (_depth > 0)
        {
            node.Parent = _parents[_depth - 1];
            ref var last = ref _lastChild[_depth - 1];
            var inArray = _nodes[node.Parent].Kind == JsonKind.Array;
            if (last != 0)
            {
                _nodes[last].Next = _count;
                node.Item = inArray ? _nodes[last].Item + 1 : -1;
            }
            else if (inArray)
            {
                node.Item = 0;
            }

            last = _count;
        }

        _count++;
    }

    private void CheckText(in Utf8JsonReader reader, int node, int start)
    {
        if (reader.ValueIsEscaped && JsonText.HasLoneSurrogate(reader.ValueSpan))
        {
            _faults.Add(new Fault(FhirCodes.NotUtf8, node, start, "an escape is half of a surrogate pair and is read as the replacement character"));
        }
    }

    private void CheckNumber(ReadOnlySpan<byte> text, int node, int start)
    {
        var exponent = text.IndexOfAny((byte)'e', (byte)'E');
        if (text.Length > MaxNumberLength
            || (exponent >= 0 && (!System.Buffers.Text.Utf8Parser.TryParse(text[(exponent + (text[exponent + 1] == '+' ? 2 : 1))..], out int power, out _) || Math.Abs((long)power) > 308)))
        {
            _faults.Add(new Fault(FhirCodes.NumberOutOfBounds, node, start, "the number is too long or too large"));
        }
    }
}
