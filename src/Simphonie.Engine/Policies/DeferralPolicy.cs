namespace Simphonie.Engine.Policies;

/// <summary>How long something is put off that another piece of work comes before: briefly at first, longer the longer it has waited. Pure.</summary>
public static class DeferralPolicy
{
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(30);

    /// <param name="waited">How long it has waited already; zero at first.</param>
    public static TimeSpan Wait(TimeSpan waited)
    {
        var wait = waited / 4;
        return wait < s_least ? s_least : wait > s_most ? s_most : wait;
    }
}
