using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>One call of a function: its input, its arguments (not yet evaluated) and where it stands.</summary>
internal readonly ref struct Call(in Frame frame, List<Item> input, Operation[] arguments, Site site)
{
    private readonly Operation[] _arguments = arguments;

    public Frame Frame { get; } = frame;

    public List<Item> Input { get; } = input;

    public Site Site { get; } = site;

    public EvaluationContext Context => Frame.Context;

    public int Count => _arguments.Length;

    public Operation this[int index] => _arguments[index];

    /// <summary>The single input; false when there is none, or several (a finding).</summary>
    public bool TryInput(out Item item) => Singletons.TryOne(Frame, Input, Site, out item);

    /// <summary>The primitive value of the single input; false when there is none.</summary>
    public bool TryInput(out Value value)
    {
        value = TryInput(out Item item) ? Reading.ValueOf(Context, item) : Value.None;
        return !value.IsNone;
    }

    /// <summary>The text of the single input; a date, number or boolean gives its written form.</summary>
    public bool TryInput(out string text)
    {
        var found = TryInput(out Value value);
        text = value.Text;
        return found;
    }

    /// <summary>The text of the single input that must be a string, as the functions of FHIRPath on strings want.</summary>
    public bool TryString(out string text)
    {
        text = "";
        if (!TryInput(out Item item))
        {
            return false;
        }

        var value = Reading.ValueOf(Context, item);
        if (value.Kind != ValueKind.String && (value.IsNone || item.Node.Type is null))
        {
            Site.Find(Frame, FhirPathCodes.WrongOperand, item, "the function takes text");
            return false;
        }

        text = value.Text;
        return true;
    }

    /// <summary>The number of the single input.</summary>
    public bool TryNumber(out Value value, out decimal number)
    {
        number = 0;
        value = Value.None;
        if (!TryInput(out Item item))
        {
            return false;
        }

        value = Reading.ValueOf(Context, item);
        if (!Numbers.TryGet(value, out number))
        {
            Site.Find(Frame, FhirPathCodes.WrongOperand, item, "the function takes a number");
            return false;
        }

        return true;
    }

    public void Evaluate(int argument, List<Item> into) => _arguments[argument].Evaluate(Frame, into);

    /// <summary>The value of an argument; none when it is empty or not given.</summary>
    public Value Argument(int index) => index < _arguments.Length ? Singletons.ValueOf(Frame, _arguments[index], Site) : Value.None;

    public bool TryText(int index, out string text)
    {
        var value = Argument(index);
        text = value.Text;
        return !value.IsNone;
    }

    public bool TryInteger(int index, out int number)
    {
        var value = Argument(index);
        number = 0;
        if (value.Kind is not (ValueKind.Integer or ValueKind.Long) || value.Integer is < int.MinValue or > int.MaxValue)
        {
            if (!value.IsNone)
            {
                Site.Find(Frame, FhirPathCodes.WrongOperand, default, $"argument {index + 1} is no integer");
            }

            return false;
        }

        number = (int)value.Integer;
        return true;
    }

    /// <summary>The value of an argument that is evaluated for one item.</summary>
    public bool? Truth(int argument, in Item item, int index) => Singletons.Truth(Frame.Inner(item, index), _arguments[argument], Site);

    public void Find(DiagnosticCode code, Item cause, string? detail = null) => Site.Find(Frame, code, cause, detail);
}
