namespace Simphonie.Simulators.Authority;

/// <summary>Where the demo's own authority keeps what it made. All files are for test and demonstration only.</summary>
/// <param name="Directory">The directory, mode 0700.</param>
public sealed record DemoCertificates(string Directory)
{
    /// <summary>The authority's certificate: what both sides trust.</summary>
    public string Authority => At("ca.pem");

    internal string AuthorityKey => At("ca.key.pem");

    /// <summary>Server certificate for localhost, 127.0.0.1 and ::1.</summary>
    public string Server => At("server.pem");

    public string ServerKey => At("server.key.pem");

    /// <summary>Client certificate of the établissement, PKCS#12; its OU is 1 and the FINESS.</summary>
    public string Etablissement => At("etablissement.p12");

    public string EtablissementPasswordFile => At("etablissement.password");

    /// <summary>Signing certificate of a professional, PKCS#12; its CN is 8 and the RPPS.</summary>
    public string Professional => At("professionnel.p12");

    public string ProfessionalPasswordFile => At("professionnel.password");

    public string EtablissementPassword => File.ReadAllText(EtablissementPasswordFile).Trim();

    public string ProfessionalPassword => File.ReadAllText(ProfessionalPasswordFile).Trim();

    private string At(string name) => Path.Combine(Directory, name);
}
