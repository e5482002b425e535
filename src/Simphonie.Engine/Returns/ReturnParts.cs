using Microsoft.Extensions.Logging;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Returns.Applying;
using Simphonie.Engine.Returns.Matching;

namespace Simphonie.Engine.Returns;

/// <summary>The parts of an engine that deal with returns of payers.</summary>
internal sealed class ReturnParts
{
    public ReturnParts(EngineServices services, ActiveDefinitions definitions, CaseBook cases, LotParts? lots, Dispatcher dispatcher, ILogger logger)
    {
        var (journal, time) = (services.Journal, services.Time);
        var commits = new ReturnCommits(journal, cases, dispatcher);
        var (parts, ends) = (new PartBook(journal, cases), new InvoiceEnds(journal));
        var maker = new ChunkMaker(journal, parts, ends);
        var parked = new ParkedParts(journal, definitions, parts, ends, maker, commits, time);
        Applier = new(journal, definitions, services.ReturnFormats, maker, new(journal, lots, commits, time), parked, commits, logger, time);
        Book = new(journal, parked, commits, time);
        dispatcher.ReturnKept += Applier.Wake;
    }

    public ReturnApplier Applier { get; }

    public ReturnBook Book { get; }
}
