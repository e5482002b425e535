using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Formats;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Formats;
using Simphonie.Formats.B2.Lots;
using Simphonie.Formats.Noemie.Returns;

namespace Simphonie.Cli.Composition;

/// <summary>The formats that this build has, and the loaders of their schemas and of the profiles of channels.</summary>
internal static class FormatSet
{
    public static IReadOnlyDictionary<string, IFormat> All => KnownFormats.All;

    public static IReadOnlyList<ISchemaLoader> Loaders { get; } = [.. KnownFormats.Loaders, new SoapProfileLoader(), new MailProfileLoader()];

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

    /// <inheritdoc cref="KnownFormats.Recognise"/>
    public static IFormat? Recognise(ReadOnlySpan<byte> bytes) => KnownFormats.Recognise(bytes);
}
