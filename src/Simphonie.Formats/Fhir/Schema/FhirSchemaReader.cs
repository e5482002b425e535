using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Fhir.Schema;

/// <summary>
/// Reads the table of facts: header rows, then <c>T</c> (type), <c>E</c> (element of the type above), <c>I</c> (invariant of the element
/// or type above), <c>V</c> (value set) and <c>S</c> (system and codes of the value set above). One pass, then names are linked.
/// </summary>
internal sealed class FhirSchemaReader(string file, DiagnosticBag findings)
{
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);
    private readonly List<FhirType> _types = [];
    private readonly Dictionary<string, FhirValueSet> _valueSets = new(StringComparer.Ordinal);
    private List<FhirElement> _elements = [];
    private List<FhirInvariant> _invariants = [];
    private FhirElement? _element;
    private FhirValueSet? _valueSet;
    private int _line;

    public FhirSchema? Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            _line++;
            if (line.Length > 0)
            {
                Row(line.Split('\t'));
            }
        }

        EndInvariants();
        var header = ReadHeader();
        if (findings.HasErrors || header is null)
        {
            return null;
        }

        var properties = Link();
        return findings.HasErrors ? null : new FhirSchema(header, _types, properties, _valueSets);
    }

    private void Row(string[] cells)
    {
        switch (cells[0])
        {
            case "T" when cells.Length >= 3:
                BeginType(cells);
                break;
            case "E" when cells.Length >= 5 && _types.Count > 0:
                AddElement(cells);
                break;
            case "I" when cells.Length == 4 && _types.Count > 0:
                _invariants.Add(new FhirInvariant(cells[1], cells[2] == "error" ? Severity.Error : Severity.Warning, cells[3]));
                break;
            case "V" when cells.Length == 2:
                EndInvariants();
                _valueSet = _valueSets[cells[1]] = new FhirValueSet(cells[1]);
                break;
            case "S" when cells.Length >= 3 && _valueSet is not null:
                _valueSet.Add(cells[1], cells.AsSpan(2));
                break;
            case "id" or "version" or "effective" or "status" or "source" when cells.Length == 2:
                _header[cells[0]] = cells[1];
                break;
            default:
                Fault("a row is not one of the table's kinds or lacks cells");
                break;
        }
    }

    private void BeginType(string[] cells)
    {
        EndInvariants();
        _element = null;
        if (!Enum.TryParse<FhirTypeKind>(cells[2], ignoreCase: true, out var kind))
        {
            Fault("the kind of a type is unknown");
            return;
        }

        _elements = [];
        _types.Add(new FhirType(_types.Count, cells[1], kind, Cell(cells, 3), Cell(cells, 4) == "abstract", Cell(cells, 5), _elements));
    }

    private void AddElement(string[] cells)
    {
        EndInvariants();
        var isChoice = cells[1].EndsWith("[x]", StringComparison.Ordinal);
        var name = isChoice ? cells[1][..^3] : cells[1];
        if (!int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var min))
        {
            Fault("the minimum of an element is not a number");
        }

        var max = cells[3] == "*" ? int.MaxValue : int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        _element = new FhirElement(name, isChoice, min, max, cells[4].Split('|'), Cell(cells, 5), _elements.Count);
        _elements.Add(_element);
    }

    private void EndInvariants()
    {
        if (_invariants.Count == 0)
        {
            return;
        }

        if (_element is not null)
        {
            _element.Invariants = _invariants;
        }
        else
        {
            _types[^1].Invariants = _invariants;
        }

        _invariants = [];
    }

    private List<FhirProperty> Link()
    {
        var byName = _types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var properties = new List<FhirProperty>(8192);
        foreach (var type in _types)
        {
            type.Base = type.BaseName is not null && byName.TryGetValue(type.BaseName, out var parent) ? parent : null;
            foreach (var element in type.Elements)
            {
                var own = new List<FhirProperty>(1);
                foreach (var name in element.Types)
                {
                    if (!byName.TryGetValue(name, out var target))
                    {
                        Fault($"element {type.Name}.{element.Name} has the type {name}, which the table does not declare");
                        continue;
                    }

                    var property = new FhirProperty(element.IsChoice ? element.Name + char.ToUpperInvariant(name[0]) + name[1..] : element.Name, element, target, properties.Count);
                    properties.Add(property);
                    own.Add(property);
                    type.Add(property);
                }

                element.Properties = own;
            }
        }

        return properties;
    }

    private SchemaHeader? ReadHeader()
    {
        if (_header.TryGetValue("id", out var id)
            && _header.TryGetValue("version", out var version)
            && _header.TryGetValue("source", out var source)
            && _header.TryGetValue("effective", out var effective)
            && DateOnly.TryParseExact(effective, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && _header.TryGetValue("status", out var statusText)
            && Enum.TryParse<SchemaStatus>(statusText.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var status))
        {
            return new SchemaHeader(id, version, date, source, status);
        }

        _line = 1;
        Fault("the header needs id, version, effective (yyyy-MM-dd), status and source");
        return null;
    }

    private static string? Cell(string[] cells, int index) => index < cells.Length && cells[index].Length > 0 ? cells[index] : null;

    private void Fault(string text) => findings.Add(FhirCodes.FactsUnreadable, Place.InFile(file, _line, 1), text);
}
