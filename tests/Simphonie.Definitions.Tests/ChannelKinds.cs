using Simphonie.Channels.Mllp;
using Simphonie.Core.Channels;

namespace Simphonie.Definitions.Tests;

/// <summary>Every kind of channel that the product has, found by its type so that a new one is in the reference at once.</summary>
internal static class ChannelKinds
{
    public static IReadOnlyList<IChannelKind> All { get; } =
    [
        .. typeof(MllpChannelKind).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IChannelKind)) && !t.IsAbstract)
            .Select(t => (IChannelKind)Activator.CreateInstance(t)!)
            .OrderBy(k => k.Name, StringComparer.Ordinal),
    ];
}
