using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Doors;

namespace Simphonie.Simulators.Tests.Amo;

public sealed class When_answers_leave_by_mail
{
    private static readonly Diagnostic s_cause = Diagnostic.Of(AmoCodes.Start, Place.Whole, "a test says so");

    private string _folder = "";
    private Peer _acknowledgements = null!;
    private Peer _returns = null!;
    private AnswerPost _post = null!;

    [SetUp]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("amo-post-").FullName;
        (_acknowledgements, _returns) = (new(), new());
        _post = new(_folder, _acknowledgements, _returns, NullLogger.Instance, TimeProvider.System);
        _post.Create();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _post.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Should_send_each_answer_once_by_the_way_of_its_flow()
    {
        Lay("A-1-arl.dat", "ARL");
        Lay("A-1-noemie.dat", "NOEMIE");
        await _post.SendAsync(default);
        await _post.SendAsync(default);

        Assert.That((string.Concat(_acknowledgements.Sent), string.Concat(_returns.Sent)), Is.EqualTo(("1:ARL", "1:NOEMIE")));
        Assert.That(Directory.EnumerateFiles(_folder), Is.Empty);
    }

    [Test]
    public async Task Should_repeat_the_same_mail_until_a_server_has_taken_it()
    {
        _returns.Outcomes.Enqueue(new DeliveryOutcome.Unavailable(s_cause, EndpointDown: true));
        _returns.Outcomes.Enqueue(new DeliveryOutcome.Unknown(s_cause));
        Lay("A-1-noemie.dat", "NOEMIE");
        for (var turn = 0; turn < 4; turn++)
        {
            await _post.SendAsync(default);
        }

        Assert.That(_returns.Sent, Is.EqualTo(new[] { "1:NOEMIE", "1:NOEMIE", "1:NOEMIE" }), "frozen once, sent three times");
    }

    [Test]
    public async Task Should_put_aside_what_is_refused_for_good_and_go_on()
    {
        _returns.Outcomes.Enqueue(new DeliveryOutcome.Rejected(s_cause, null));
        Lay("A-1-noemie.dat", "FIRST");
        Lay("A-2-noemie.dat", "SECOND");
        await _post.SendAsync(default);

        Assert.That(_returns.Sent, Is.EqualTo(new[] { "1:FIRST", "2:SECOND" }));
        Assert.That(Directory.EnumerateFiles(Path.Combine(_folder, "error")).Select(Path.GetFileName), Is.EqualTo(new[] { "A-1-noemie.eml" }));
    }

    private void Lay(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    /// <summary>Freezes with a number that counts up, as a random key would differ; delivers as it is told.</summary>
    private sealed class Peer : IEndpoint
    {
        private int _frozen;

        public string Name => "peer";

        public EndpointCapabilities Capabilities { get; } = new(true, 1, false, "noemie", null);

        public Queue<DeliveryOutcome> Outcomes { get; } = new();

        public List<string> Sent { get; } = [];

        public FrozenDelivery Freeze(FreezeRequest request) =>
            new(request.Identity, System.Text.Encoding.ASCII.GetBytes($"{++_frozen}:{System.Text.Encoding.ASCII.GetString(request.Body.Span)}"));

        public ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
        {
            using var lease = request.Body.Lease();
            Sent.Add(System.Text.Encoding.ASCII.GetString(lease.Memory.Span));
            return ValueTask.FromResult(Outcomes.TryDequeue(out var outcome) ? outcome : new DeliveryOutcome.Delivered(null));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
