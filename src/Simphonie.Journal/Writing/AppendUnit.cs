using Simphonie.Core.Journal;

namespace Simphonie.Journal.Writing;

/// <summary>One message (C1).</summary>
internal sealed class AppendUnit(PreparedMessage message) : WriteUnit<AppendResult>
{
    public override long Weight => message.Message.Payload.Length;

    public override bool Guarded => false;

    public override bool Apply(IUnitWriter writer)
    {
        Result = writer.Append(message);
        return true;
    }
}
