using Simphonie.Core.Messages;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.National;

namespace Simphonie.Formats.Hl7v2.Inspecting;

/// <summary>Reads one declared key from every occurrence and repetition.</summary>
internal sealed class KeyReader(Hl7Key key)
{
    private const int IdentifierType = 5;
    private const int Authority = 4;

    /// <summary>A message with hundreds of repetitions is found by its first ones; the journal is no dump.</summary>
    private const int MostValues = 32;

    private readonly byte[]? _type = key.IdentifierType is { } type ? System.Text.Encoding.ASCII.GetBytes(type) : null;

    public void Read(ref Hl7Message message, List<BusinessKey> into)
    {
        var delimiters = message.Delimiters;
        for (var occurrence = 1; occurrence <= MostValues && message.TryFindSegment(key.Field.SegmentKey, occurrence, out var segment); occurrence++)
        {
            var offset = FieldReader.Field(segment, delimiters, key.Field.Field, out var length);
            if (offset < 0 || length == 0)
            {
                continue;
            }

            var field = segment.Slice(offset, length);
            for (var repetition = 0; repetition < MostValues; repetition++)
            {
                var start = Separators.Part(field, delimiters.Repetition, repetition, out var size);
                if (start < 0)
                {
                    break;
                }

                Add(field.Slice(start, size), delimiters, into);
            }
        }
    }

    private void Add(ReadOnlySpan<byte> value, in Hl7Delimiters delimiters, List<BusinessKey> into)
    {
        var id = Component(value, delimiters, 1);
        if (FieldReader.StateOf(id, delimiters) != Core.Documents.NodeState.Valued || !IsWanted(Component(value, delimiters, IdentifierType)))
        {
            return;
        }

        var text = Hl7Inspector.Text(id);
        if (key.IsNir)
        {
            text = Nir.Normal(text);
        }
        else if (key.WithAuthority && Component(value, delimiters, Authority) is { IsEmpty: false } written)
        {
            var authority = Part(written, delimiters.SubComponent, 2) is { IsEmpty: false } universal ? universal : Part(written, delimiters.SubComponent, 1);
            text = string.Concat(text, "^^^", Hl7Inspector.Text(authority));
        }

        var found = new BusinessKey(key.Name, text, key.Identity);
        if (!into.Contains(found))
        {
            into.Add(found);
        }
    }

    private bool IsWanted(ReadOnlySpan<byte> type) => _type is null || type.SequenceEqual(_type) || (key.OrUntyped && type.IsEmpty);

    private static ReadOnlySpan<byte> Component(ReadOnlySpan<byte> value, in Hl7Delimiters delimiters, int number) => Part(value, delimiters.Component, number);

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> value, byte separator, int number)
    {
        var offset = Separators.Part(value, separator, number - 1, out var length);
        return offset < 0 ? default : value.Slice(offset, length);
    }
}
