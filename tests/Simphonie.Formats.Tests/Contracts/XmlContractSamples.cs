using System.Text;
using Simphonie.Contracts.Formats;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Tests.Xml;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Contracts;

internal sealed class XmlContractSamples : IFormatSamples
{
    private static readonly Lazy<XsdSchema> Loaded = new(XmlSamples.CdriSchema);

    public IFormat Format { get; } = new XmlFormat(XmlLimits.Default);

    public ISchema Schema => Loaded.Value;

    /// <summary>The answer of a CDRi service with marked names.</summary>
    public byte[] Good { get; } = """
        <r:Reponse xmlns:r="urn:simphonie-hub:cdr:1"><r:Mention>test</r:Mention><r:DatedeReference>2025-03-04</r:DatedeReference>
          <r:Beneficiaire><r:NIRassure><r:Num>297022A020778</r:Num><r:Cle>78</r:Cle></r:NIRassure><r:DatedeNaissance>1997-02-26</r:DatedeNaissance><r:RangdeNaissance>1</r:RangdeNaissance><r:Identite><r:NomdeNaissance>MARKED-A</r:NomdeNaissance><r:Prenom>MARKED-B</r:Prenom></r:Identite><r:DroitsAMO><r:Ouverts>false</r:Ouverts></r:DroitsAMO><r:MedecinTraitant><r:Declare>false</r:Declare></r:MedecinTraitant></r:Beneficiaire></r:Reponse>
        """u8.ToArray();

    public byte[] Invalid { get; } = Encoding.ASCII.GetBytes(XmlSamples.Request
        .Replace("2025-03-04", "MARKED", StringComparison.Ordinal)
        .Replace("<Cle>78</Cle>", "<Cle>MARKED</Cle>", StringComparison.Ordinal)
        .Replace("1997-02-26", "MARKED", StringComparison.Ordinal));

    public string? BuiltType => "Requete";

    public byte[] Deep(int levels) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels)));

    public byte[] Huge(int digits) => Encoding.ASCII.GetBytes(XmlSamples.Request.Replace("<RangdeNaissance>1<", $"<RangdeNaissance>{new string('9', digits)}<", StringComparison.Ordinal) + $"&#{new string('9', digits)};");

    public void Fill(IDocumentBuilder builder)
    {
        builder.Set(builder.Child(builder.Root, "DatedeReference"), Value.OfDate("2025-03-04"));
        var person = builder.Child(builder.Root, "BeneficiaireDeSoins");
        builder.Set(builder.Child(person, "DatedeNaissance"), Value.OfDate("1997-02-26"));
        var number = builder.Child(builder.Child(builder.Child(person, "Assure"), "NIRassure"), "Num");
        builder.Set(number, Value.Of("<&>\"'é"));
    }
}
