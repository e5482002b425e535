namespace Simphonie.Bench.Load;

/// <summary>Synthetic PAM messages for load. Each has marks in MSH-10, PID-18 and the NIR, so that every copy is a message and a dossier of its own, about one of many people.</summary>
internal static class LoadMessages
{
    /// <summary>An admission of about 1.3 kB without cover: received, kept, unrouted.</summary>
    public static string Admission { get; } = Make("D", "");

    /// <summary>The same with an AMO cover: it travels the whole road.</summary>
    public static string Covered { get; } = Make("D", "IN1|1|AMO|012110000|||||||||20200101|||||00|||Y|||||||||||10||||10||||||||||4||||***************^^^^SS\r");

    private static string Make(string world, string cover)
    {
        var head =
            $"MSH|^~\\&|GAM|CH-EXEMPLE|HUB|CH-EXEMPLE|20260306111154||ADT^A01^ADT_A01|##########|{world}|2.5^FRA^2.11|||||FRA|8859/1|FR||2.11^IHE_FRANCE-2.11-PAM\r" +
            "EVN||20260306111154||||20260306110000\r" +
            "PID|1||@@@@@@@^^^CH-EXEMPLE&750000010&N^PI~***************^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F|||28 Av de l'Essai^^PARIS^^75007^FRA^H|||||S||##########^^^CH-EXEMPLE&750000010&N^AN|||||||1|||||N||VALI\r" +
            "PV1|1|I|6268^^^CH-EXEMPLE&750000010&N|R|||||||||||||||##########^^^CH-EXEMPLE&750000010&N^VN|||||||||||||||||||||||||20260306110000\r" +
            "PV2|||||||CS|20260306100000|20260310080000|||Surveillance\r" +
            "ZBE|MVT-1^CH-EXEMPLE^750000010|20260306110000||INSERT|N||Chirurgie^^^^^CH-EXEMPLE&750000010&N^UF^^^6268|Chirurgie^^^^^CH-EXEMPLE&750000010&N^UF^^^6268|HMS\r" +
            "ZFA|ACTIF|20260306111154|||||||INO|20260306111154|IC|20260306111154\r" +
            "ZFM|8\r" +
            "ZFD|||N|N|INSI|20211201\r";
        var role = "ROL||UC|ODRP|10000000001^EXEMPLE^Isabelle^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^L^^^RPPS|||||||1 RUE DU CABINET^CABINET DU DR EXEMPLE^LA ROCHELLE^^17000^FRA^O|^WPN^PH^^^^^^^^^0100000000\r";
        return head.Replace("PV1|1", role + "PV1|1", StringComparison.Ordinal) + cover;
    }
}
