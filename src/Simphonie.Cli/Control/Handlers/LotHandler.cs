using Simphonie.Core.Lots;
using Simphonie.Definitions.Hub;
using Simphonie.Engine.Control;
using Simphonie.Engine.Lots;

namespace Simphonie.Cli.Control.Handlers;

/// <summary>Closes, answers, reopens and settles lots, takes invoices out of them, and accepts numbers that are newer than the journal.</summary>
internal sealed class LotHandler(LotBook? lots, HubDefinition hub)
{
    public async Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        if (lots is null)
        {
            return Answers.Failed($"{LotCodes.NoLots.Id}: {LotCodes.NoLots.Title} {LotCodes.NoLots.Help}");
        }

        var command = new HubCommand(request.Id, request.By);
        var why = request.Text("why") ?? "";
        return (request.Text("action"), request.Number("lot"), request.Text("invoice")) switch
        {
            ("close", { } lot, _) => Answers.Of(await lots.CloseAsync(command, lot, cancellationToken)),
            ("answer", { } lot, _) => Answers.Of(await lots.AnswerAsync(command, lot, request.Text("refused"), why, cancellationToken)),
            ("reopen", { } lot, _) => Answers.Of(await lots.ReopenAsync(command, lot, why, cancellationToken)),
            ("settle", { } lot, _) => Answers.Of(await lots.SettleAsync(command, lot, why, cancellationToken)),
            ("take-out", _, { } invoice) when Key(invoice) is { } key => Answers.Of(await lots.TakeOutAsync(command, hub.Establishment.Finess, hub.World, key, cancellationToken)),
            ("take-out", _, _) => Answers.Wrong("An invoice is named by its number and complement: 123456789/000000."),
            ("accept", _, _) => Answers.Of(await lots.AcceptAsync(command, why, cancellationToken)),
            _ => Answers.Wrong("Lots are closed, answered, reopened or settled by their id; an invoice is taken out by its number."),
        };
    }

    private InvoiceKey? Key(string invoice) => invoice.Split('/') switch
    {
        [var number] => new(hub.Establishment.Finess, number, ""),
        [var number, var complement] => new(hub.Establishment.Finess, number, complement),
        [var provider, var number, var complement] => new(provider, number, complement),
        _ => null,
    };
}
