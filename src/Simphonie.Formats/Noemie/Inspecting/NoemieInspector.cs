using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Returns;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Inspecting;

/// <summary>
/// What intake must know of a return: its identity (sender, file, date, exchange), the reference of its exchange as type, its world by 000, 71.
/// Readable is a whole entity 000; totals are verified when the return is applied, and what is wrong behind the 000 is kept.
/// </summary>
public sealed class NoemieInspector : IMessageInspector
{
    private readonly NoemieSchema _schema;

    private NoemieInspector(NoemieSchema schema) => _schema = schema;

    public static NoemieInspector For(ISchema? schema) =>
        new(schema as NoemieSchema ?? throw new ArgumentException("A channel of returns names a schema of the format noemie.", nameof(schema)));

    /// <inheritdoc/>
    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        var length = _schema.Blocks.Length;
        if (head.Length < length || !EntityHead.TryNumber(head, out var number) || number != EntityHead.HeaderNumber)
        {
            return new Inspection
            {
                Readable = false,
                Findings = [Diagnostic.Of(NoemieCodes.NotNoemie, Place.InMessage("entity 1", 0), "the file does not begin with a whole entity 000")],
            };
        }

        var identity = ReturnIdentity.Read(head[..length], _schema);
        var world = _schema.Require(EntityHead.HeaderNumber).Field("world");
        return new Inspection
        {
            Readable = true,
            ControlId = identity.Text,
            DuplicateKey = identity.Text,
            Type = identity.Exchange,
            World = identity.World,
            Keys = [new BusinessKey("return", identity.Text, Identity: false)],
            Findings = identity.World is null
                ? [Diagnostic.Of(NoemieCodes.WrongCode, EntityPlace.Of(0, 1, EntityHead.HeaderNumber, world.From, world.To, world.Start), "the entity 000 does not say whether the return is real or test")]
                : [],
        };
    }
}
