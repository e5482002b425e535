namespace Simphonie.Simulators.Cdri;

/// <summary>Plays a <see cref="Disturbance"/> and counts. Thread-safe.</summary>
internal sealed class Behaviour
{
    private const int MostRemembered = 2_000_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _played = new(StringComparer.Ordinal);
    private Disturbance _disturbance;
    private Random _random;
    private long _calls;
    private long _answered;
    private long _faults;
    private long _repeats;

    public Behaviour(Disturbance disturbance)
    {
        _disturbance = disturbance;
        _random = new Random(disturbance.Seed);
    }

    public void Set(Disturbance disturbance)
    {
        lock (_gate)
        {
            _disturbance = disturbance;
            _random = new Random(disturbance.Seed);
            _played.Clear();
        }
    }

    /// <summary>What the next call of a NIR gets.</summary>
    public (string Action, TimeSpan Delay) Next(string nir, string messageId)
    {
        lock (_gate)
        {
            _calls++;
            if (!_messages.Add(messageId))
            {
                _repeats++;
            }
            else if (_messages.Count > MostRemembered)
            {
                _messages.Clear();
            }

            var delay = TimeSpan.FromMilliseconds(_disturbance.LatencyMilliseconds + (_disturbance.JitterMilliseconds > 0 ? _random.Next(_disturbance.JitterMilliseconds + 1) : 0));
            return (Action(nir), delay);
        }
    }

    public void Count(bool fault)
    {
        lock (_gate)
        {
            _answered += fault ? 0 : 1;
            _faults += fault ? 1 : 0;
        }
    }

    public CdriCounts Counts()
    {
        lock (_gate)
        {
            return new CdriCounts(_calls, _answered, _faults, _repeats);
        }
    }

    private string Action(string nir)
    {
        if (_disturbance.Down)
        {
            return "down";
        }

        if (_disturbance.Scripts.TryGetValue(nir, out var script))
        {
            var at = _played.GetValueOrDefault(nir);
            _played[nir] = at + 1;
            return at < script.Count ? script[at] : "ok";
        }

        return _disturbance.FaultRate > 0 && _random.NextDouble() < _disturbance.FaultRate ? _disturbance.Fault : "ok";
    }
}

/// <summary>What a simulator has done since it started.</summary>
/// <param name="Calls">Calls that passed the checks of the profile.</param>
/// <param name="Answered">Answers with rights.</param>
/// <param name="Faults">Faults of the service.</param>
/// <param name="Repeats">Calls with a MessageID that was there before.</param>
public sealed record CdriCounts(long Calls, long Answered, long Faults, long Repeats);
