namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>
/// The NIR and the numbers of establishments and professionals whose keys were last found right: the records of one invoice repeat them,
/// and comparing is cheaper than counting a key. For one reader at a time.
/// </summary>
internal sealed class KeyMemory
{
    private const int Slots = 4;

    private readonly byte[] _nir = new byte[National.Nir.FullLength];
    private readonly byte[] _numbers = new byte[Slots * National.Finess.Length];
    private int _next;

    public bool IsNir(ReadOnlySpan<byte> full)
    {
        if (full.SequenceEqual(_nir))
        {
            return true;
        }

        if (!KeyCheck.Nir(full))
        {
            return false;
        }

        full.CopyTo(_nir);
        return true;
    }

    /// <summary>True for nine digits with their right key; false for those of Corsica too, whose key is not known.</summary>
    public bool IsFiness(ReadOnlySpan<byte> number)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            if (number.SequenceEqual(_numbers.AsSpan(slot * National.Finess.Length, National.Finess.Length)))
            {
                return true;
            }
        }

        if (KeyCheck.Finess(number) != FinessKey.Right)
        {
            return false;
        }

        number.CopyTo(_numbers.AsSpan(_next * National.Finess.Length));
        _next = (_next + 1) % Slots;
        return true;
    }
}
