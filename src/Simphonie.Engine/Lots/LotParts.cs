using Microsoft.Extensions.Logging;
using Simphonie.Definitions.Lots;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Lots;

/// <summary>The parts of an engine that deal with lots.</summary>
internal sealed class LotParts
{
    public LotParts(EngineServices services, LotsDefinition settings, ActiveDefinitions definitions, CaseBook cases, Dispatcher dispatcher, ILogger logger)
    {
        var (journal, time) = (services.Journal, services.Time);
        var store = services.LotMarks ?? throw new ArgumentException("A hub that makes lots keeps their numbers outside of the journal too.", nameof(services));
        Events = new(settings.Process, journal.Reader.Lots, cases, journal.Pseudonym);
        Addresses = new(settings.Recipients, services.LotFormats);
        Desk = new(settings, services.LotFormats);
        Carrier = new(settings, services.LotFormats, journal.Pseudonym);
        Gate = new(store, journal.Reader.Lots, logger);
        Closer = new(journal, definitions, new(settings, services.LotFormats, journal.Reader.Lots, journal.Content), Gate, Events, dispatcher, logger, time);
        Book = new(journal, settings, Gate, Closer, Events, dispatcher, time);
        dispatcher.LotsChanged += Closer.Noticed;
    }

    public LotAddresses Addresses { get; }

    public LotDesk Desk { get; }

    public CarrierDesk Carrier { get; }

    public LotEvents Events { get; }

    public LotGate Gate { get; }

    public LotCloser Closer { get; }

    public LotBook Book { get; }
}
