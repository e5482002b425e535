using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.Fhir;
using Simphonie.Formats.Fhir.Schema;
using Simphonie.Formats.Hl7v2;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Rejections;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats;

/// <summary>The formats that this project has, and the loaders of their schemas and lists. A new format is a line here.</summary>
public static class KnownFormats
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, IFormat> All { get; } =
        new IFormat[] { new Hl7Format(), new FhirFormat(), new XmlFormat(XmlLimits.Default), new B2Format(), new NoemieFormat() }.ToDictionary(format => format.Name, StringComparer.Ordinal);

    public static IReadOnlyList<ISchemaLoader> Loaders { get; } =
        [new Hl7SchemaLoader(), new FhirSchemaLoader(), new XsdSchemaLoader(), new B2SchemaLoader(), new NoemieSchemaLoader(), new RejectionListLoader()];
}
