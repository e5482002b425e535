using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Formats.B2;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.Fhir;
using Simphonie.Formats.Fhir.Schema;
using Simphonie.Formats.Hl7v2;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Xml;

namespace Simphonie.Definitions.Tests;

/// <summary>The project's own definitions, and what compiles them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static DefinitionTools Tools { get; } = new()
    {
        SchemaLoaders = [new Hl7SchemaLoader(), new FhirSchemaLoader(), new XsdSchemaLoader(), new B2SchemaLoader(), new NoemieSchemaLoader(), new SoapProfileLoader(), new MailProfileLoader()],
        Formats = new IFormat[] { new Hl7Format(), new FhirFormat(), new XmlFormat(XmlLimits.Default), new B2Format(), new NoemieFormat() }.ToDictionary(f => f.Name, StringComparer.Ordinal),
        Mappings = new MappingCompiler(),
    };

    /// <summary>A site like the demo's.</summary>
    public static SiteNames Site { get; } = new(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["gap-adt"] = "hl7v2/pam-fr@2.11", ["gap-fhir"] = "fhir/r4" },
        new Dictionary<string, EndpointShape?>(StringComparer.Ordinal)
        {
            ["cdri"] = new("xml", Answers: true, "xml"),
            ["gap-return"] = new("hl7v2", Answers: true, "hl7v2"),
            ["archive"] = new("hl7v2", Answers: false, null),
        });

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not stand in the repository");
    }
}
