using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>Calls a function on what its source gives.</summary>
internal sealed class CallOperation(Operation source, FunctionDeclaration function, Operation[] arguments, Site site) : Operation
{
    private readonly FunctionBody _body = function.Body;

    public override Operation WithCleared() => function.Name is "where" or "first" or "last" or "single" or "one" or "tail" or "skip" or "take"
        ? new CallOperation(source.WithCleared(), function, arguments, site)
        : this;

    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var input = frame.Context.Items.Rent();
        source.Evaluate(frame, input);
        _body(new Call(frame, input, arguments, site), into);
        frame.Context.Items.Return(input);
    }
}
