using System.Text;
using Simphonie.Definitions.Processes.Reading;
using Simphonie.Definitions.Testing.Processes;

namespace Simphonie.Definitions.Reference;

/// <summary>The page <c>routes/PROCESSES.md</c>, written from the declarations.</summary>
public static class ProcessReference
{
    private const string Head = """
        # Processes

        A process is a state machine over many messages of one business case: an invoice, a dossier, a deferred debit. One file per version: `NAME.process.yaml`, its test `NAME.test.yaml` beside it. A case ends under the version that it began with.
        This page is written from the declarations that parse and check processes; editors complete with `schemas/definitions/process.schema.json`. `simphonie definitions diagram NAME` draws one.

        ```yaml
        process: debt
        version: 1
        effective: 2026-01-01
        case: number
        holds:
          asked: money
          paid: money = 0
        states:
          open:
            first: true
            enter: {send: reminder, amount: case.asked}
            on:
              - payment: {if: event.amount + case.paid < case.asked, set: {paid: case.paid + event.amount}, stay: true}
              - payment: {set: {paid: case.paid + event.amount}, to: settled}
            at:
              - entered + 30 days: {to: lost}
          settled: {end: settled}
          lost: {end: lost, work-item: write the debt off}
        always:
          - case.paid >= 0
        ```

        - Expressions are FHIRPath over `case`, `event` (`event.name`, `event.at` and its values), `profile` and `entered`, the moment the case came into its state. Money is a whole number of cents.
        - An event has the identity of its cause; a copy is absorbed and counted. An event that the state does not name, or that no transition applies to, is kept as unexpected and alerts, unless `ignore` names it.
        - Everything that a step changes and sends is one commit, with the message that caused it. `send` appends a FHIR Parameters resource (`process`, `case`, `send`, `at` and the values) on the channel `process.NAME`; a route takes it from there.
        - A timer whose instant changes is set anew; one whose `if` is false has come and gone. Timers outlive restarts; one that came while the hub was down comes at its start.
        - What the engine raises itself, `handling-dead`, `delivery-unknown`, `handling-expired` and `handling-discarded`, reaches the cases that the message touched or that sent it; a state that does not name it ignores it.


        """;

    public static string Page()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        Section(page, "Keys of a process", ProcessFields.All);
        Section(page, "Keys of a state", ProcessFields.State);
        Section(page, "Keys of a transition", ProcessFields.Transition);
        Section(page, "Parameters", ProcessFields.Profile);
        page.Append("A file `NAME.parameters.yaml`; a process names it with `profile:` and reads `profile.NAME`.\n\n");
        Section(page, "Tests", ProcessTestFields.File);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder page, string title, IReadOnlyList<Core.Declarations.FieldDeclaration> fields)
    {
        page.Append("## ").Append(title).Append("\n\n");
        FieldTable.Write(page, fields);
    }
}
