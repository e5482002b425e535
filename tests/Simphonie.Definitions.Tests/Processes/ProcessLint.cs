using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Tests.Processes;

/// <summary>Loads a process with parameters <c>site/p</c>.</summary>
internal static class ProcessLint
{
    public const string Good = """
        process: debt
        version: 1
        effective: 2020-01-01
        case: number
        profile: site/p@1
        holds:
          asked: money
          paid: money = 0
          due: date?
          payer: text?
        events:
          open: {number: text, asked: money, due: date?}
          payment: {amount: money}
          note: {}
        states:
          open:
            first: true
            on:
              - payment: {if: event.amount < case.asked, set: {paid: case.paid + event.amount}, stay: true}
              - payment: {to: settled}
            ignore: [note]
            at:
              - entered + profile.wait: {to: lost}
          settled: {end: settled}
          lost: {end: lost, work-item: write it off}
        always:
          - case.paid >= 0
        """;

    public static DefinitionLoad Load(string process)
    {
        using var folder = new TemporaryFolder();
        folder.Write("set/debt.process.yaml", process);
        folder.Write("set/debt.test.yaml", "tests:\n  - name: t\n    events:\n      - {event: open, at: 2026-01-05T09:00:00Z, with: {number: a, asked: 100}}\n    expect:\n      - state: open\n");
        folder.Write("set/p.parameters.yaml", "profile: site/p\nversion: 1\neffective: 2020-01-01\nstatus: site\nsource: test\nvalues: {wait: 30 days, most: 3}\n");
        return new DefinitionLoader(Repository.Tools).Load([Path.Combine(folder.Path, "set")]);
    }

    /// <summary>The code of every finding.</summary>
    public static IEnumerable<string> Codes(string process) => Load(process).Findings.Select(static finding => finding.Code.Id);
}
