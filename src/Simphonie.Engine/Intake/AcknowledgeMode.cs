namespace Simphonie.Engine.Intake;

/// <summary>What must hold before a message is acknowledged (<c>acknowledge:</c> of a channel).</summary>
public enum AcknowledgeMode
{
    /// <summary>It is readable and committed.</summary>
    Received,

    /// <summary>It has passed its schema too; one that has not is kept as refused and answered negatively.</summary>
    Validated,
}
