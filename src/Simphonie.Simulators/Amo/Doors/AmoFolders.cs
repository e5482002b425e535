using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Amo.Doors;

/// <summary>Makes the folders of a door.</summary>
internal static class AmoFolders
{
    /// <summary>Throws <see cref="ChannelStartException"/> when one cannot be made.</summary>
    public static void Make(params ReadOnlySpan<Action> folders)
    {
        try
        {
            foreach (var make in folders)
            {
                make();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ChannelStartException(Diagnostic.Of(AmoCodes.Start, Place.Whole, $"A folder cannot be made: {exception.GetType().Name}."), exception);
        }
    }
}
