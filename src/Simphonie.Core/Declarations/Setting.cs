using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Declarations;

/// <summary>
/// A node of a definition file, already parsed, with its mark: a scalar, a list or a map. All scalars are text, as YAML 1.2 of this project reads them;
/// secrets by reference are resolved before a channel sees them.
/// </summary>
public abstract record Setting(Place Place)
{
    public sealed record Scalar(string Text, Place Place) : Setting(Place)
    {
        /// <summary>True when the text came from <c>${env:…}</c> or <c>${file:…}</c> and must never be printed.</summary>
        public bool Secret { get; init; }

        public override string ToString() => "scalar";
    }

    public sealed record List(IReadOnlyList<Setting> Items, Place Place) : Setting(Place);

    public sealed record Map(IReadOnlyList<KeyValuePair<string, Setting>> Entries, Place Place) : Setting(Place)
    {
        /// <summary>Marks of the keys, in the order of the entries; empty when the map was not read from a file.</summary>
        public IReadOnlyList<Place> KeyPlaces { get; init; } = [];

        public Setting? this[string name]
        {
            get
            {
                foreach (var (key, value) in Entries)
                {
                    if (string.Equals(key, name, StringComparison.Ordinal))
                    {
                        return value;
                    }
                }

                return null;
            }
        }

        /// <summary>The mark of a key; that of the map when the key is absent or was not read from a file.</summary>
        public Place PlaceOf(string name)
        {
            for (var i = 0; i < KeyPlaces.Count; i++)
            {
                if (string.Equals(Entries[i].Key, name, StringComparison.Ordinal))
                {
                    return KeyPlaces[i];
                }
            }

            return Place;
        }

        /// <summary>The text of a scalar entry, null when absent.</summary>
        public string? Text(string name) => (this[name] as Scalar)?.Text;
    }
}
