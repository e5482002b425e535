namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>What an edit does with the nodes that an expression names.</summary>
internal enum EditKind
{
    /// <summary><c>at:</c> and <c>set:</c>: the copy is changed, with the original as focus.</summary>
    Alter,

    /// <summary><c>replace:</c> and <c>by:</c>: the rules write in the place of the first of them; none of them is copied.</summary>
    Replace,

    /// <summary><c>after:</c> and <c>insert:</c>: the rules write behind the node.</summary>
    InsertAfter,
}

/// <summary>One change of an <see cref="EditRule"/>.</summary>
internal sealed record EditChange(EditKind Kind, RuleExpression Nodes, RuleList Rules);
