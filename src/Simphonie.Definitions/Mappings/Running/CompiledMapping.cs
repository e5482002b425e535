using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>A mapping that is ready to run: its rules, and how its output is built.</summary>
internal sealed class CompiledMapping(MappingHead head, Rule body) : Mapping
{
    public override string Name => head.Name;

    public override int Version => head.Version;

    public override DateOnly Effective => head.Effective;

    public override string From => head.From;

    public override string To => head.To;

    public override IReadOnlyCollection<string> Reads => head.Sources;

    public override MappingResult Run(MappingInput input)
    {
        var space = Workspace.Rent();
        try
        {
            return Run(input, space);
        }
        finally
        {
            space.Free();
        }
    }

    private MappingResult Run(MappingInput input, Workspace space)
    {
        var builder = head.TargetFormat.CreateBuilder(head.TargetSchema, head.TargetType);
        var context = space.Context;
        var run = new MappingRun(head.Name, input, space, builder, head.TargetFormat.Name);
        var findings = context.Findings;
        context.Focus = input.Focus ?? input.Source.Root;
        context.Now = HospitalTime.Of(input.Now);
        context.Tables = head.Tables;
        context.Ledger = input.Ledger;
        context.Id = run.Identify;
        context.Reference = run.Resolve;
        if (!BindDocuments(input, context))
        {
            return new MappingResult { Findings = [.. findings] };
        }

        body.Run(run, new Target(builder.Root));
        var output = findings.HasErrors ? null : builder.Build(findings);
        var usable = output is not null && !findings.HasErrors && head.Unchanged?.Holds(context, input.Source.Root, output.Root) != true;
        return new MappingResult
        {
            Output = usable ? output : null,
            Findings = findings.Count == 0 ? [] : [.. findings],
            Lineage = usable && run.Lineage is { } lineage ? lineage.Entries : [],
        };
    }

    private bool BindDocuments(MappingInput input, EvaluationContext context)
    {
        foreach (var (name, document) in input.Documents)
        {
            context.Variables[name] = [new Item(document.Root)];
        }

        context.Variables["now"] = [new Item(HospitalTime.ValueOf(context.Now))];
        context.Variables["world"] = [new Item(Value.Of(input.World == World.Real ? "real" : "test"))];
        context.Variables["hub"] = [new Item(Value.Of(input.Hub))];
        context.Variables["establishment"] = [new Item(Value.Of(input.Establishment))];
        var complete = true;
        foreach (var source in head.Sources)
        {
            if (!context.Variables.ContainsKey(source))
            {
                context.Findings.Add(MappingCodes.MissingSource, head.Place, $"the document '{source}' was not given");
                complete = false;
            }
        }

        return complete;
    }
}
