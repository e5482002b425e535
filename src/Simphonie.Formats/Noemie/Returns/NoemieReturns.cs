using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Validation;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>
/// Returns in NOEMIE. Verified is what money hangs on: transport, levels, placement, amounts and every total; other fields are checked by the format's own validation.
/// The content hash is over the bytes of entities, so that blocks and a plain stream of the same return are the same.
/// </summary>
public sealed class NoemieReturns : IReturnFormat
{
    /// <inheritdoc/>
    public string Name => NoemieFormat.FormatName;

    /// <inheritdoc/>
    public ReturnHead? Verify(ReadOnlyMemory<byte> bytes, ISchema schema, DiagnosticBag findings) => Verify(new MemorySource(bytes), Form(schema), findings);

    /// <summary>The same over a file of any length, in constant memory. The stream stays the caller's.</summary>
    public static ReturnHead? Verify(Stream stream, ISchema schema, DiagnosticBag findings, CancellationToken cancellationToken) =>
        Verify(new StreamSource(stream, cancellationToken), Form(schema), findings);

    /// <inheritdoc/>
    public IEnumerable<ReturnItem> Items(ReadOnlyMemory<byte> bytes, ISchema schema, long from)
    {
        var form = Form(schema);
        return new ReturnItems(form, () => new MemorySource(bytes), bytes.Length).From(from);
    }

    /// <summary>The items of a file of any length that can be opened twice, in constant memory.</summary>
    /// <param name="open">Opens the file from its beginning; each stream is disposed when it was read.</param>
    /// <param name="length">Length of the file, for the room that repeated lines are looked for in.</param>
    /// <param name="schema">A schema of this format.</param>
    /// <param name="from">First ordinal to give.</param>
    public static IEnumerable<ReturnItem> Items(Func<Stream> open, long length, ISchema schema, long from) =>
        new ReturnItems(Form(schema), () => new OwnedStreamSource(open()), length).From(from);

    private static ReturnHead? Verify(IByteSource source, NoemieSchema form, DiagnosticBag findings)
    {
        var list = new FindingList(findings);
        using var hash = new EntityHash();
        ReturnIdentity? identity = null;
        long items = 0;
        var summary = ReturnScan.Run(source, form, withFields: false, list, entity =>
        {
            hash.Add(entity.Bytes);
            identity ??= ReturnIdentity.Read(entity.Bytes, form);
            items += ReturnItems.IsItem(entity) ? 1 : 0;
        });
        if (identity?.World is null)
        {
            list.Add(NoemieCodes.WrongCode, Place.Whole, "the entity 000 does not say whether the return is real or test");
        }

        return list.HasErrors || identity?.World is not { } world ? null : new ReturnHead
        {
            Identity = identity.Text,
            Reference = identity.Exchange,
            World = world,
            ContentHash = hash.Finish(),
            Items = items,
            Total = summary.Written,
        };
    }

    private static NoemieSchema Form(ISchema schema) =>
        schema as NoemieSchema ?? throw new ArgumentException("A return of NOEMIE is read with a schema of the format noemie.", nameof(schema));
}
