using Simphonie.Core.Channels;
using Simphonie.Simulators.Cdri;

namespace Simphonie.Simulators.Tests.Cdri;

public sealed class When_the_simulator_is_disturbed
{
    private const string Nir = "297022A020778";

    private CdriStand _stand = null!;

    [SetUp]
    public async Task StartAsync() => _stand = await CdriStand.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _stand.DisposeAsync();

    [Test]
    public async Task Should_be_unavailable_while_down_and_answer_again_after()
    {
        _stand.Simulator.Disturb(new Disturbance { Down = true });
        Assert.That(await AskAsync(), Is.TypeOf<DeliveryOutcome.Unavailable>());

        _stand.Simulator.Disturb(new Disturbance());
        Assert.That(await AskAsync(), Is.TypeOf<DeliveryOutcome.Delivered>());
    }

    [Test]
    public async Task Should_play_a_script_for_one_number()
    {
        _stand.Simulator.Disturb(new Disturbance { Scripts = new Dictionary<string, IReadOnlyList<string>> { [Nir] = ["down", "reset", "siram_100/desir_550"] } });
        var outcomes = new List<Type>();
        for (var i = 0; i < 4; i++)
        {
            outcomes.Add((await AskAsync()).GetType());
        }

        Assert.That(outcomes, Is.EqualTo(new[] { typeof(DeliveryOutcome.Unavailable), typeof(DeliveryOutcome.Unknown), typeof(DeliveryOutcome.Rejected), typeof(DeliveryOutcome.Delivered) }));
    }

    [Test]
    public async Task Should_leave_a_silent_call_unknown()
    {
        _stand.Simulator.Disturb(new Disturbance { Scripts = new Dictionary<string, IReadOnlyList<string>> { [Nir] = ["silence"] } });

        Assert.That(await _stand.DeliverAsync("silent", CdriStand.Request(Nir, "78", "1997-02-26"), TimeSpan.FromSeconds(1)), Is.TypeOf<DeliveryOutcome.Unknown>());
    }

    [Test]
    public async Task Should_fault_the_same_calls_with_the_same_seed()
    {
        async Task<List<bool>> CourseAsync()
        {
            _stand.Simulator.Disturb(new Disturbance { FaultRate = 0.5, Seed = 7 });
            var course = new List<bool>();
            for (var i = 0; i < 20; i++)
            {
                course.Add(await AskAsync() is DeliveryOutcome.Delivered);
            }

            return course;
        }

        var first = await CourseAsync();
        Assert.That(first, Does.Contain(true).And.Contain(false));
        Assert.That(await CourseAsync(), Is.EqualTo(first));
    }

    [Test]
    public async Task Should_count_calls_and_repeats_of_a_message()
    {
        await _stand.AskAsync(Nir, "78", "1997-02-26", identity: "one");
        await _stand.AskAsync(Nir, "78", "1997-02-26", identity: "one");
        await _stand.AskAsync("1900199999017", "47", "1990-01-01", identity: "two");

        Assert.That(_stand.Simulator.Counts, Is.EqualTo(new CdriCounts(Calls: 3, Answered: 2, Faults: 1, Repeats: 1)));
    }

    [Test]
    public async Task Should_be_unavailable_once_it_has_stopped()
    {
        await AskAsync();
        await _stand.Simulator.DisposeAsync();

        Assert.That(await AskAsync(), Is.TypeOf<DeliveryOutcome.Unavailable>().With.Property("EndpointDown").True);
    }

    private Task<DeliveryOutcome> AskAsync() => _stand.AskAsync(Nir, "78", "1997-02-26");
}
