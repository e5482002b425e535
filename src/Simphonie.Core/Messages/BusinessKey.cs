namespace Simphonie.Core.Messages;

/// <summary>A value that messages are found by.</summary>
/// <param name="Name">Name in the schema: <c>ipp</c>, <c>dossier</c>, <c>ins</c>.</param>
/// <param name="Value">The value, with its assigning authority where it has one.</param>
/// <param name="Identity">True for NIR, INS and names: stored only as HMAC with the hub's key, searched by equality, never listed.</param>
public readonly record struct BusinessKey(string Name, string Value, bool Identity)
{
    public override string ToString() => Name;
}
