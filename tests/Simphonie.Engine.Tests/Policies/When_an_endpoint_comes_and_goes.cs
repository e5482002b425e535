using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Policies;
using Simphonie.Engine.Testing;

namespace Simphonie.Engine.Tests.Policies;

/// <summary>The circuit of an endpoint under any sequence of attempts, several of them under way at once and ending in any order.</summary>
public sealed class When_an_endpoint_comes_and_goes
{
    private static readonly Diagnostic s_cause = Diagnostic.Of(new("SIM9990", Severity.Error, "Down.", "Test only."), Place.Whole, "It is down.");

    private static readonly CircuitSettings s_settings = new(3, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));

    public enum Act
    {
        Try,
        Fail,
        Succeed,
        NoAnswer,
        Leave,
        PassASecond,
        PassAMinute,
    }

    [Test]
    public void Should_let_one_probe_out_at_a_time_and_only_when_it_is_due() => Prop.ForAll(Acts, acts =>
    {
        var line = new Line();
        return acts.All(act => line.Does(act.Act, act.Which));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_open_after_as_many_failures_in_a_row_as_are_set_and_no_fewer() => Prop.ForAll(
        Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (most, failures) =>
        {
            var state = CircuitState.Closed;
            var settings = s_settings with { Failures = most };
            for (var i = 0; i < failures && !state.IsOpen; i++)
            {
                state = state.Fail(PolicyGen.Now, settings, state.Pass);
            }

            return state.IsOpen == (failures >= most);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_stay_open_twice_as_long_after_each_failed_probe_up_to_the_most() => Prop.ForAll(Gen.Choose(1, 80).ToArbitrary(), probes =>
    {
        var state = Opened();
        var expected = s_settings.FirstOpen;
        for (var i = 0; i < probes; i++)
        {
            var due = state.ProbeAt!.Value;
            var pass = state.Pass;
            state = state.Enter().Fail(due, s_settings, pass);
            expected = expected * 2 < s_settings.MaxOpen ? expected * 2 : s_settings.MaxOpen;
            if (state.ProbeAt - due != expected)
            {
                return false;
            }
        }

        return state.OpenSince == PolicyGen.Now;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_consume_no_attempt_of_a_delivery_by_opening_nor_by_a_failed_probe()
    {
        var opened = Opened();
        var probed = opened.Enter().Fail(opened.ProbeAt!.Value, s_settings, opened.Pass);
        foreach (var state in (CircuitState[])[opened, probed])
        {
            var facts = new DeliveryFacts(2, new(3, TimeSpan.FromSeconds(2), 2, TimeSpan.FromHours(1)), true, state.ProbeAt, PolicyGen.Now, null, 0.5);
            var decision = DeliveryDecision.After(new DeliveryOutcome.Unavailable(s_cause, true), facts);
            Assert.That((decision.State, decision.Attempts, decision.NextAt), Is.EqualTo((DeliveryState.Pending, 2, state.ProbeAt)));
        }
    }

    [Test]
    public void Should_not_take_a_straggler_for_the_probe()
    {
        var time = new VirtualTime(PolicyGen.Now);
        var circuit = new Circuit(s_settings, time);
        Assert.That(circuit.TryEnter(out var straggler), Is.True);
        for (var i = 0; i < s_settings.Failures; i++)
        {
            circuit.TryEnter(out var pass);
            circuit.Report(Down(), pass);
        }

        time.Advance(s_settings.FirstOpen);
        Assert.That(circuit.TryEnter(out _), Is.True, "the probe");
        circuit.Report(Down(), straggler);
        circuit.Leave(straggler);

        Assert.That(circuit.TryEnter(out _), Is.False, "the probe is still under way");
        Assert.That(circuit.State.ProbeAt, Is.EqualTo(PolicyGen.Now + s_settings.FirstOpen));
    }

    private static CircuitState Opened()
    {
        var state = CircuitState.Closed;
        for (var i = 0; i < s_settings.Failures; i++)
        {
            state = state.Fail(PolicyGen.Now, s_settings, state.Pass);
        }

        return state;
    }

    private static DeliveryOutcome Down() => new DeliveryOutcome.Unavailable(s_cause, true);

    private static Arbitrary<List<(Act Act, int Which)>> Acts { get; } = (
        from act in Gen.Frequency((4, Gen.Constant(Act.Try)), (5, Gen.Constant(Act.Fail)), (1, Gen.Constant(Act.Succeed)), (1, Gen.Constant(Act.NoAnswer)), (1, Gen.Constant(Act.Leave)), (2, Gen.Constant(Act.PassASecond)), (1, Gen.Constant(Act.PassAMinute)))
        from which in Gen.Choose(0, 1000)
        select (act, which)).ListOf(200).Select(acts => acts.ToList()).ToArbitrary();

    /// <summary>An endpoint's circuit with the attempts under way, told apart by whether they began while it was open.</summary>
    private sealed class Line
    {
        private readonly VirtualTime _time = new(PolicyGen.Now);
        private readonly Circuit _circuit;
        private readonly List<(CircuitPass Pass, int Opening)> _underWay = [];
        private int _opening;

        public Line() => _circuit = new Circuit(s_settings, _time);

        /// <summary>False when a promise is broken by the act.</summary>
        public bool Does(Act act, int which)
        {
            var before = _circuit.State;
            switch (act)
            {
                case Act.Try:
                    var probing = before.IsOpen && _underWay.Any(attempt => attempt.Opening == _opening);
                    var entered = _circuit.TryEnter(out var pass);
                    if (entered)
                    {
                        _underWay.Add((pass, before.IsOpen ? _opening : 0));
                    }

                    return entered == (!before.IsOpen || (!probing && _time.GetUtcNow() >= before.ProbeAt));
                case Act.PassASecond:
                    _time.Advance(TimeSpan.FromSeconds(1));
                    return true;
                case Act.PassAMinute:
                    _time.Advance(TimeSpan.FromMinutes(1));
                    return true;
                default:
                    return _underWay.Count == 0 || Ends(act, which % _underWay.Count, before);
            }
        }

        private bool Ends(Act act, int which, CircuitState before)
        {
            var (pass, opening) = _underWay[which];
            _underWay.RemoveAt(which);
            if (act == Act.Leave)
            {
                _circuit.Leave(pass);
            }
            else
            {
                _circuit.Report(act switch { Act.Fail => Down(), Act.Succeed => new DeliveryOutcome.Delivered(null), _ => new DeliveryOutcome.Unknown(s_cause) }, pass);
            }

            var after = _circuit.State;
            _opening += after.IsOpen && after.OpenSince is not null && !before.IsOpen ? 1 : 0;
            var isProbe = before.IsOpen && opening == _opening;
            return act switch
            {
                Act.Succeed => after == CircuitState.Closed,
                Act.Leave => after.ProbeAt == before.ProbeAt && after.Failures == before.Failures,
                _ when before.IsOpen && !isProbe => after == before,
                _ when isProbe => after.ProbeAt > _time.GetUtcNow() && after.ProbeAt <= _time.GetUtcNow() + s_settings.MaxOpen,
                Act.NoAnswer => after == before,
                _ => after.IsOpen == (before.Failures + 1 >= s_settings.Failures),
            };
        }
    }
}
