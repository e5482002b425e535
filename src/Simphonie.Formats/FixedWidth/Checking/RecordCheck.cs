using System.Runtime.CompilerServices;

namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>
/// The rules of one record, compiled. A good record is known by masks over all its bytes and a few tests of fields, with nothing allocated;
/// only a record that does not pass is looked at field by field (<see cref="FieldCheck"/>). Immutable and thread-safe.
/// </summary>
internal sealed class RecordCheck
{
    private readonly int _length;
    private readonly int _words;
    private readonly FixedField[] _fields;
    private readonly FieldTest[] _tests;
    private readonly ulong[] _digits = new ulong[CharacterMap.MaxWords];
    private readonly ulong[] _digitsOrSpaces = new ulong[CharacterMap.MaxWords];
    private readonly ulong[] _likeNext = new ulong[CharacterMap.MaxWords];
    private readonly ulong[] _spaces = new ulong[CharacterMap.MaxWords];

    public RecordCheck(IReadOnlyList<FixedField> fields, int length)
    {
        _length = length;
        _words = (length + 63) >> 6;
        _fields = [.. fields];
        var tests = new List<FieldTest>();
        foreach (var field in fields)
        {
            AddMasks(field);
            AddTests(field, tests);
        }

        _tests = [.. tests];
    }

    /// <summary>True when nothing is wrong or odd with a record.</summary>
    public bool Passes(ReadOnlySpan<byte> record, KeyMemory memory)
    {
        if (record.Length != _length)
        {
            return false;
        }

        var map = default(CharacterMap);
        map.Read(record);
        return map.Printable && MasksHold(map.Digits, map.Spaces) && TestsHold(record, in map, memory);
    }

    /// <summary>Appends everything that is wrong with a record of the right length, from left to right.</summary>
    public void Find(ReadOnlySpan<byte> record, List<FieldFault> into)
    {
        foreach (var field in _fields)
        {
            FieldCheck.Find(field, record, into);
        }
    }

    private bool MasksHold(ReadOnlySpan<ulong> digits, ReadOnlySpan<ulong> spaces)
    {
        ulong wrong = 0;
        for (var word = 0; word < _words; word++)
        {
            var found = digits[word];
            // An optional number is all digits or all spaces: each of its positions is like the next.
            var next = (found >> 1) | (digits[word + 1] << 63);
            wrong |= (~found & _digits[word])
                | (~(found | spaces[word]) & _digitsOrSpaces[word])
                | ((found ^ next) & _likeNext[word])
                | (~spaces[word] & _spaces[word]);
        }

        return wrong == 0;
    }

    private bool TestsHold(ReadOnlySpan<byte> record, ref readonly CharacterMap map, KeyMemory memory)
    {
        foreach (ref readonly var test in _tests.AsSpan())
        {
            if (!Holds(in test, record, in map, memory))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Holds(ref readonly FieldTest test, ReadOnlySpan<byte> record, ref readonly CharacterMap map, KeyMemory memory)
    {
        var field = record.Slice(test.Start, test.Length);
        if (test.Kind == FieldTestKind.NotBlank)
        {
            return !test.Mask.AllIn(map.Spaces);
        }

        if ((test.BlankPasses && test.Mask.AllIn(map.Spaces)) || (test.ZeroPasses && IsZero(field)))
        {
            return true;
        }

        return test.Kind switch
        {
            FieldTestKind.NotZero => !IsZero(field),
            FieldTestKind.Fixed => field.SequenceEqual(test.Expected),
            FieldTestKind.Code => test.Codes!.Contains(field),
            FieldTestKind.Day => FixedDate.IsDay(field),
            FieldTestKind.Birth => FixedDate.IsBirth(field),
            FieldTestKind.Nir => memory.IsNir(record.Slice(test.Start, National.Nir.FullLength)),
            FieldTestKind.Finess => memory.IsFiness(field),
            _ => false, // BlankOrZero was answered above.
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsZero(ReadOnlySpan<byte> field) => field[0] == (byte)'0' && field.IndexOfAnyExcept((byte)'0') < 0;

    private void AddMasks(FixedField field)
    {
        for (var at = field.Start; at < field.To; at++)
        {
            var bit = 1UL << (at & 63);
            if (field.IsFiller)
            {
                _spaces[at >> 6] |= field.Type == FieldType.Text ? bit : 0;
            }
            else if (field.Type == FieldType.Digits && field.Key != FieldKey.Finess)
            {
                (field.Mandatory ? _digits : _digitsOrSpaces)[at >> 6] |= bit;
                _likeNext[at >> 6] |= !field.Mandatory && at + 1 < field.To ? bit : 0;
            }
        }
    }

    private static void AddTests(FixedField field, List<FieldTest> tests)
    {
        if (field.IsFiller)
        {
            if (field.Type == FieldType.Digits)
            {
                tests.Add(new(FieldTestKind.BlankOrZero, field with { Mandatory = false }));
            }

            return;
        }

        if (field.Mandatory && field.Type == FieldType.Text && field.Codes is null && field.Fixed is null)
        {
            tests.Add(new(FieldTestKind.NotBlank, field));
        }

        if (field.NotZero && field.Mandatory)
        {
            tests.Add(new(FieldTestKind.NotZero, field));
        }

        if (field.Fixed is not null)
        {
            tests.Add(new(FieldTestKind.Fixed, field));
        }

        if (field.Codes is { } list)
        {
            tests.Add(new(FieldTestKind.Code, field, new CodeSet(list, field.Length)));
        }

        if (field.Content is FieldContent.Date or FieldContent.BirthDate)
        {
            tests.Add(new(field.Content == FieldContent.Date ? FieldTestKind.Day : FieldTestKind.Birth, field));
        }

        if (field.Key != FieldKey.None)
        {
            tests.Add(new(field.Key == FieldKey.Nir ? FieldTestKind.Nir : FieldTestKind.Finess, field));
        }
    }
}
