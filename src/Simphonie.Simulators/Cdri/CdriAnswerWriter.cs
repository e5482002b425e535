using System.Buffers;
using System.Globalization;
using Simphonie.Formats.Xml;

namespace Simphonie.Simulators.Cdri;

/// <summary>Writes the hub profile's <c>Reponse</c> for a person and a date of reference.</summary>
internal static class CdriAnswerWriter
{
    public const string Mention = "Simulateur de Simphonie Hub : réponse non normative / non-normative, données fictives.";

    public static ReadOnlyMemory<byte> Write(InsuredPerson person, string namespaceUri, DateOnly reference)
    {
        var output = new ArrayBufferWriter<byte>(2048);
        var writer = new Utf8XmlWriter(output);
        writer.OpenTag("Reponse");
        writer.Attribute("xmlns", namespaceUri);
        writer.EndTag();
        writer.Element("Mention", Mention);
        writer.Element("DatedeReference", Date(reference));
        writer.Start("Beneficiaire");
        WriteIdentity(writer, person);
        WriteRights(writer, person, reference);
        WriteOtherCover(writer, person);
        WriteDoctor(writer, person.Doctor);
        WriteFlags(writer, person);
        writer.End("Beneficiaire");
        writer.End("Reponse");
        return output.WrittenMemory;
    }

    private static void WriteIdentity(Utf8XmlWriter writer, InsuredPerson person)
    {
        WriteNir(writer, "NIRassure", person.AnswersAs?.Insured ?? person.Insured);
        writer.Element("DatedeNaissance", person.AnswersAs?.Birth ?? person.Birth);
        writer.Element("RangdeNaissance", (person.AnswersAs?.Rank ?? person.Rank).ToString(CultureInfo.InvariantCulture));
        if (person.Certified is { } certified)
        {
            WriteNir(writer, "NIRcertifie", certified);
        }

        writer.Start("Identite");
        writer.Element("NomdeNaissance", person.Family);
        writer.Element("NomdUsage", person.UsedName);
        writer.Element("Prenom", person.Given);
        writer.Element("Sexe", person.Sex);
        writer.End("Identite");
        if (person.Address is not { } address)
        {
            return;
        }

        writer.Start("Adresse");
        foreach (var line in address.Lines)
        {
            writer.Element("Ligne", line);
        }

        writer.Element("CodePostal", address.PostCode);
        writer.Element("Commune", address.City);
        writer.End("Adresse");
    }

    private static void WriteRights(Utf8XmlWriter writer, InsuredPerson person, DateOnly reference)
    {
        writer.Start("DroitsAMO");
        writer.Element("Ouverts", Flag(person.Rights.Any(right => right.Period.Holds(reference))));
        foreach (var right in person.Rights)
        {
            writer.Start("Periode");
            WriteDates(writer, right.Period);
            writer.Element("GrandRegime", right.Regime);
            writer.Element("Caisse", right.Fund);
            writer.Element("Centre", right.Centre);
            writer.Element("LibelleOrganisme", right.Label);
            writer.Element("NatureAssurance", right.Nature);
            writer.Element("CodeGestion", right.Management);
            writer.Element("JustificationExoneration", right.Exemption);
            writer.Element("Taux", right.Rate?.ToString(CultureInfo.InvariantCulture));
            writer.End("Periode");
        }

        writer.End("DroitsAMO");
    }

    private static void WriteOtherCover(Utf8XmlWriter writer, InsuredPerson person)
    {
        if (person.C2s.Count > 0)
        {
            writer.Start("C2S");
            writer.Element("Libelle", "Complémentaire santé solidaire");
            foreach (var period in person.C2s)
            {
                writer.Start("Periode");
                WriteDates(writer, period.Period);
                writer.Element("Participation", Flag(period.Contribution));
                writer.Start("OrganismeGestionnaire");
                writer.Element("Numero", period.Organism);
                writer.Element("Libelle", period.Label);
                writer.End("OrganismeGestionnaire");
                writer.End("Periode");
            }

            writer.End("C2S");
        }

        if (person.Ame.Count > 0)
        {
            writer.Start("AME");
            foreach (var period in person.Ame)
            {
                writer.Start("Periode");
                WriteDates(writer, period);
                writer.End("Periode");
            }

            writer.End("AME");
        }

        if (person.Ald.Count > 0)
        {
            writer.Start("ALD");
            foreach (var exemption in person.Ald)
            {
                writer.Start("Exoneration");
                WriteDates(writer, exemption.Period);
                writer.Element("Type", exemption.Type);
                writer.End("Exoneration");
            }

            writer.End("ALD");
        }
    }

    private static void WriteDoctor(Utf8XmlWriter writer, Doctor? doctor)
    {
        writer.Start("MedecinTraitant");
        writer.Element("Declare", Flag(doctor is not null));
        writer.Element("Nom", doctor?.Family);
        writer.Element("Prenom", doctor?.Given);
        writer.Element("NumeroAM", doctor?.Number);
        writer.Element("RPPS", doctor?.Rpps);
        writer.End("MedecinTraitant");
    }

    private static void WriteFlags(Utf8XmlWriter writer, InsuredPerson person)
    {
        if (person is { LocalScheme: null, Provisional: null })
        {
            return;
        }

        writer.Start("Indicateurs");
        writer.Element("RegimeLocal", person.LocalScheme is { } local ? Flag(local) : null);
        writer.Element("DroitsProvisoires", person.Provisional is { } provisional ? Flag(provisional) : null);
        writer.End("Indicateurs");
    }

    private static void WriteNir(Utf8XmlWriter writer, string name, Nir nir)
    {
        writer.Start(name);
        writer.Element("Num", nir.Number);
        writer.Element("Cle", nir.Key);
        writer.End(name);
    }

    private static void WriteDates(Utf8XmlWriter writer, Period period)
    {
        writer.Element("Debut", Date(period.From));
        writer.Element("Fin", period.To is { } to ? Date(to) : null);
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";
}
