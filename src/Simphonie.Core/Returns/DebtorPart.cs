namespace Simphonie.Core.Returns;

/// <summary>Who owes a part of an invoice.</summary>
public enum DebtorPart
{
    Amo,
    Amc,
}
