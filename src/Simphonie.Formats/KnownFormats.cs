using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.BillingKinds;
using Simphonie.Formats.Csv;
using Simphonie.Formats.Csv.Schemas;
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
        new IFormat[] { new Hl7Format(), new FhirFormat(), new XmlFormat(XmlLimits.Default), new B2Format(), new NoemieFormat(), new CsvFormat() }.ToDictionary(format => format.Name, StringComparer.Ordinal);

    public static IReadOnlyList<ISchemaLoader> Loaders { get; } =
        [new Hl7SchemaLoader(), new FhirSchemaLoader(), new XsdSchemaLoader(), new B2SchemaLoader(), new NoemieSchemaLoader(), new CsvSchemaLoader(), new RejectionListLoader(), new BillingKindLoader()];

    /// <summary>Tells the format by the first bytes that are no white space; null when they say nothing.</summary>
    public static IFormat? Recognise(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var at = start.IndexOfAnyExcept(" \r\n\t\v"u8);
        if (at < 0)
        {
            return null;
        }

        start = start[at..];
        return start.StartsWith("MSH"u8) || start.StartsWith("FHS"u8) || start.StartsWith("BHS"u8) ? All["hl7v2"]
            : NoemieFormat.Recognises(start) ? All["noemie"]
            : B2Format.Recognises(start) ? All["b2"]
            : start[0] == (byte)'{' ? All["fhir"]
            : start[0] == (byte)'<' ? All["xml"]
            : null;
    }
}
