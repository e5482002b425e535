namespace Simphonie.Core.Messages;

/// <summary>Real and test are two worlds; nothing of one touches the other.</summary>
public enum World
{
    Test,
    Real,
}
