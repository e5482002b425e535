using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Validation;

/// <summary>What the heads of file and lot say for the records behind them: the norm, and fields that are said again at the end.</summary>
internal sealed class HeadRule
{
    private const string NormField = "norme";

    private readonly B2Schema _schema;
    private readonly FindingSink _findings;
    private readonly byte[] _file = new byte[B2Schema.RecordLength];
    private readonly byte[] _lot = new byte[B2Schema.RecordLength];
    private bool _hasFile;
    private bool _hasLot;
    private bool _fileIsCp;

    public HeadRule(B2Schema schema, FindingSink findings)
    {
        _schema = schema;
        _findings = findings;
        IsCp = _fileIsCp = schema.IsCp;
    }

    /// <summary>True when the records that follow are in norm CP.</summary>
    public bool IsCp { get; private set; }

    /// <summary>FINESS of the lot, empty before the first one.</summary>
    public ReadOnlySpan<byte> Finess => _hasLot ? _lot.AsSpan(1, National.Finess.Length) : [];

    public void Accept(B2Layout layout, ReadOnlySpan<byte> record)
    {
        switch (layout.Type)
        {
            case '0':
                record.CopyTo(_file);
                _hasFile = true;
                _hasLot = false;
                IsCp = _fileIsCp = SaysCp(layout, record);
                break;
            case '1':
                record.CopyTo(_lot);
                _hasLot = true;
                var cp = SaysCp(layout, record);
                IsCp = cp || (_hasFile && _fileIsCp);
                if (_hasFile && cp != _fileIsCp)
                {
                    _findings.Field(B2Codes.MixedNorms, layout.Record.Field(NormField)!, "is of another norm than the file's");
                }

                break;
            case '6' or '9':
                Compare(layout, record);
                break;
        }
    }

    /// <summary>A head that could not be read says nothing for what follows.</summary>
    public void Forget(B2Layout layout)
    {
        _hasFile &= layout.Type != '0';
        _hasLot &= layout.Type is not ('0' or '1');
    }

    private static bool SaysCp(B2Layout layout, ReadOnlySpan<byte> record) =>
        layout.Record.Field(NormField) is { } norm && norm.In(record).TrimEnd((byte)' ').SequenceEqual("CP"u8);

    private void Compare(B2Layout layout, ReadOnlySpan<byte> record)
    {
        foreach (var repeat in _schema.Repeats)
        {
            if (repeat.Layout != layout || !(repeat.Head.Type == '0' ? _hasFile : _hasLot))
            {
                continue;
            }

            var head = repeat.Head.Type == '0' ? _file : _lot;
            if (!repeat.Field.In(record).SequenceEqual(repeat.HeadField.In(head)))
            {
                _findings.Field(B2Codes.NotRepeated, repeat.Field, $"is not that of record {repeat.Head.Name}");
            }
        }
    }
}
