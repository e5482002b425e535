using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Dispatch.Plans;

/// <summary>What an instruction of a plan does.</summary>
internal enum InstructionKind
{
    /// <summary>Runs its step.</summary>
    Run,

    /// <summary>Runs the asking half of its step and ends the stage; a skipped one goes on at the target.</summary>
    Wait,

    /// <summary>First of a stage: runs the receiving half of the step that ended the stage before.</summary>
    Resume,

    /// <summary>Goes to the first case that holds.</summary>
    Branch,

    /// <summary>Goes to the target.</summary>
    Jump,
}

/// <summary>One instruction of a route that was laid out flat.</summary>
internal sealed record Instruction(InstructionKind Kind, string Name, Step Step)
{
    /// <summary>Where a skipped or jumping instruction goes on.</summary>
    public int Target { get; set; }

    /// <summary>For <see cref="InstructionKind.Wait"/>: the stage that receives.</summary>
    public int NextStage { get; set; }

    /// <summary>For <see cref="InstructionKind.Branch"/>: where each case begins.</summary>
    public int[] Cases { get; set; } = [];
}
