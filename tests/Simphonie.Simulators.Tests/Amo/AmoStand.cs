using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Returns;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Answering;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Tests.Cdri;

namespace Simphonie.Simulators.Tests.Amo;

/// <summary>The simulated AMO without its folder watch: files are handed over, time is set, and answers are read with the product's own reader of returns.</summary>
internal sealed class AmoStand : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amo-").FullName;
    private readonly AnswerQueue _queue;
    private readonly AmoForms _forms;

    public AmoStand(AmoSettings? settings = null)
    {
        Time = new Clock { Now = new DateTimeOffset(2026, 1, 6, 9, 0, 0, TimeSpan.Zero) };
        Settings = settings ?? new AmoSettings { RejectionsPerTenThousand = 0 };
        _forms = AmoForms.Load(Options(_folder, Settings, Time));
        _queue = new AnswerQueue(_folder, Time);
        _queue.Create();
        Desk = new AmoDesk(_forms, Settings, Time, NullLogger.Instance);
    }

    public Clock Time { get; }

    public AmoSettings Settings { get; }

    public AmoDesk Desk { get; }

    public static AmoSimulatorOptions Options(string folder, AmoSettings settings, TimeProvider time) => new()
    {
        Inbox = Path.Combine(folder, "in"),
        Answers = Path.Combine(folder, "out"),
        Layouts = Path.Combine(CdriStand.Root(), "schemas", "b2", "cp-2023.yaml"),
        ReturnForm = Path.Combine(CdriStand.Root(), "schemas", "noemie", "ps.yaml"),
        AcknowledgementForm = Path.Combine(CdriStand.Root(), "schemas", "noemie", "arl-hub-1.yaml"),
        Settings = settings,
        Time = time,
    };

    public DiagnosticBag Take(byte[] file) => Desk.Take(file, _queue, CancellationToken.None);

    /// <summary>Names and bytes of the answers that are there after so long.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> AnswersAfter(TimeSpan elapsed)
    {
        Time.Now += elapsed;
        _queue.Release();
        return [.. Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];
    }

    /// <summary>The bytes of the only return, when it is due.</summary>
    public byte[] Return(byte[] file)
    {
        Assert.That(Take(file), Is.Empty);
        return AnswersAfter(Settings.ReturnAfter).Single(answer => answer.Name.EndsWith("-noemie.dat", StringComparison.Ordinal)).Bytes;
    }

    public (ReturnHead? Head, IReadOnlyList<ReturnItem> Items) Read(byte[] answer, NoemieSchema? form = null)
    {
        var returns = new NoemieReturns();
        var head = returns.Verify(answer, form ?? _forms.Returns, []);
        return (head, head is null ? [] : [.. returns.Items(answer, form ?? _forms.Returns, 0)]);
    }

    public (ReturnHead? Head, IReadOnlyList<ReturnItem> Items) ReadAcknowledgement(byte[] answer) => Read(answer, _forms.Acknowledgements);

    /// <summary>What the format's whole validation finds, fields included.</summary>
    public DiagnosticBag Validate(byte[] answer, bool acknowledgement = false)
    {
        var findings = new DiagnosticBag();
        var format = new NoemieFormat();
        var form = acknowledgement ? _forms.Acknowledgements : _forms.Returns;
        format.Validate(format.Read(answer, form), form, findings);
        return findings;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
