namespace Simphonie.Formats.Noemie.Entities;

/// <summary>Entities that say something of money, and to whom, when and why. Others are carried as they are.</summary>
internal static class EntityNumber
{
    public const int Agent = 20;
    public const int Payee = 40;
    public const int AccountingDay = 70;
    public const int Transfer = 71;
    public const int Lot = 80;
    public const int ReturnKind = 81;

    /// <summary>Of the hub's own profile of acknowledgements.</summary>
    public const int LotAnswer = 90;

    public const int ShortInvoice = 100;
    public const int Invoice = 102;
    public const int People = 103;
    public const int Insured = 110;
    public const int AmoPart = 198;
    public const int AmcPart = 199;
    public const int Deduction = 250;
    public const int OneOffPayment = 261;
    public const int OneOffDetail = 262;
    public const int Notice = 290;
    public const int Rejection = 294;

    public static bool IsPayment(int number) => number is AccountingDay or Transfer;

    public static bool IsInvoice(int number) => number is ShortInvoice or Invoice;

    public static bool IsPart(int number) => number is AmoPart or AmcPart;

    public static bool IsRejection(int number) => number is Notice or Rejection;
}
