using System.Globalization;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Client;

/// <summary>Writes the contexts BAM and LPS of the AMO family (public contract, versions 01_02 and 01_00).</summary>
internal sealed class ContextWriter(SoftwareIdentity software)
{
    /// <summary><c>ContexteBAM</c>: COUVERTURE names the person that the body speaks of; what the body does not say is left out.</summary>
    public void Bam(Utf8XmlWriter writer, BamRules rules, XmlMessage body, string id, DateTimeOffset now)
    {
        Open(writer, "ctxbam:ContexteBAM", "xmlns:ctxbam", SoapNames.ContextBam, rules.Version, rules.Nature);
        writer.Element("ctxbam:Id", id);
        writer.Element("ctxbam:Temps", Instant(now));
        writer.Element("ctxbam:Emetteur", rules.Emetteur ? software.Emetteur : null);
        writer.Element("ctxbam:DateRef", Text(body, rules.DateRef) is { Length: 10 } date ? date + "T00:00:00.000Z" : null);
        writer.Start("ctxbam:COUVERTURE");
        writer.Element("ctxbam:GrandRegime", Text(body, rules.GrandRegime));
        writer.Element("ctxbam:Organisme", Text(body, rules.Organisme));
        writer.Element("ctxbam:CodeCentre", Text(body, rules.CodeCentre));
        if (Text(body, rules.AssureNir + "/Num") is { } insured)
        {
            writer.Start("ctxbam:ASSURE");
            Nir(writer, "ctxbam:Id", insured, Text(body, rules.AssureNir + "/Cle"));
            writer.End("ctxbam:ASSURE");
        }

        Beneficiary(writer, rules, body);
        writer.End("ctxbam:COUVERTURE");
        writer.End("ctxbam:ContexteBAM");
    }

    /// <summary><c>ContexteLPS</c>.</summary>
    public void Lps(Utf8XmlWriter writer, LpsRules rules, string id, DateTimeOffset now)
    {
        Open(writer, "ctxlps:ContexteLPS", "xmlns:ctxlps", SoapNames.ContextLps, rules.Version, rules.Nature);
        writer.Element("ctxlps:Id", id);
        writer.Element("ctxlps:Temps", Instant(now));
        writer.Element("ctxlps:Emetteur", software.Emetteur);
        writer.Start("ctxlps:LPS");
        if (software.Idam is not null)
        {
            writer.OpenTag("ctxlps:IDAM");
            writer.Attribute("R", "4");
            writer.EndTag();
            writer.Text(software.Idam);
            writer.End("ctxlps:IDAM");
        }

        writer.Element("ctxlps:Version", software.Version);
        writer.Element("ctxlps:Instance", software.Instance);
        writer.Element("ctxlps:Nom", software.Name);
        writer.End("ctxlps:LPS");
        writer.End("ctxlps:ContexteLPS");
    }

    private static void Beneficiary(Utf8XmlWriter writer, BamRules rules, XmlMessage body)
    {
        var nir = rules.BeneficiaireNir is null ? null : Text(body, rules.BeneficiaireNir + "/Num");
        var birth = Text(body, rules.DateNaissance);
        var rank = Text(body, rules.Rang);
        if ((nir ?? birth ?? rank) is null)
        {
            return;
        }

        writer.Start("ctxbam:BENEFICIAIRE");
        if (nir is not null)
        {
            Nir(writer, "ctxbam:Nir", nir, Text(body, rules.BeneficiaireNir + "/Cle"));
        }

        writer.Element("ctxbam:DateNai", birth);
        writer.Element("ctxbam:Rang", rank);
        writer.End("ctxbam:BENEFICIAIRE");
    }

    private static void Nir(Utf8XmlWriter writer, string name, string number, string? key)
    {
        writer.Start(name);
        writer.Element("ctxbam:Num", number);
        writer.Element("ctxbam:Cle", key);
        writer.End(name);
    }

    private static void Open(Utf8XmlWriter writer, string name, string declaration, string space, string version, string? nature)
    {
        writer.OpenTag(name);
        writer.Attribute(declaration, space);
        writer.Attribute("Version", version);
        if (nature is not null)
        {
            writer.Attribute("Nature", nature);
        }

        writer.EndTag();
    }

    private static string Instant(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string? Text(XmlMessage body, string? path) =>
        path is not null && body.TryFindPath(0, path, out var found) && body.ValueOf(found) is { IsNone: false } value ? value.Text : null;
}
