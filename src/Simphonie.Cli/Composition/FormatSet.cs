using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Formats;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2;
using Simphonie.Formats.B2.Lots;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.Fhir;
using Simphonie.Formats.Fhir.Schema;
using Simphonie.Formats.Hl7v2;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Returns;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Rejections;
using Simphonie.Formats.Xml;

namespace Simphonie.Cli.Composition;

/// <summary>The formats that this build has, and the loaders of their schemas. A new format is a line here.</summary>
internal static class FormatSet
{
    public static IReadOnlyDictionary<string, IFormat> All { get; } =
        new IFormat[] { new Hl7Format(), new FhirFormat(), new XmlFormat(XmlLimits.Default), new B2Format(), new NoemieFormat() }.ToDictionary(format => format.Name, StringComparer.Ordinal);

    public static IReadOnlyList<ISchemaLoader> Loaders { get; } =
        [new Hl7SchemaLoader(), new FhirSchemaLoader(), new XsdSchemaLoader(), new B2SchemaLoader(), new NoemieSchemaLoader(), new RejectionListLoader(), new SoapProfileLoader(), new MailProfileLoader()];

    /// <summary>Those of them that know lots of invoices.</summary>
    public static IReadOnlyDictionary<string, ILotFormat> Lots { get; } = new ILotFormat[] { new B2LotFormat() }.ToDictionary(format => format.Name, StringComparer.Ordinal);

    /// <summary>What is known of returns, by the name of the format.</summary>
    public static IReadOnlyDictionary<string, IReturnFormat> Returns { get; } = new IReturnFormat[] { new NoemieReturns() }.ToDictionary(format => format.Name, StringComparer.Ordinal);

    /// <summary>Schema that a format is read with when the user names none.</summary>
    public static string? DefaultSchema(string format) => format switch
    {
        "hl7v2" => "hl7v2/pam-fr",
        "fhir" => "fhir/r4",
        "b2" => "b2/cp",
        "noemie" => "noemie/ps",
        _ => null,
    };

    /// <summary>Tells the format by the first bytes that are no white space; null when they say nothing.</summary>
    public static IFormat? Recognise(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\xEF\xBB\xBF"u8) ? bytes[3..] : bytes;
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
