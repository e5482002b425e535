using Simphonie.Channels.Mllp;
using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Hub;
using Simphonie.Engine.Intake;
using Simphonie.Formats.B2.Inspecting;
using Simphonie.Formats.Fhir.Inspecting;
using Simphonie.Formats.Hl7v2.Inspecting;
using Simphonie.Formats.Noemie.Inspecting;
using Simphonie.Formats.Xml;

namespace Simphonie.Cli.Composition;

/// <summary>What intake is told of each inbound channel.</summary>
internal static class IntakeChannelFactory
{
    public static IntakeChannel Create(HubDefinition hub, ChannelDefinition channel, ISchemaCatalog schemas)
    {
        var reference = channel.Format ?? DefaultFormat(channel.Kind.Name);
        var schemaReference = reference.Contains('/', StringComparison.Ordinal) ? reference : FormatSet.DefaultSchema(reference);
        ISchema? schema = null;
        if (schemaReference is not null)
        {
            schemas.TryResolve(schemaReference, DateOnly.MaxValue, out schema);
        }

        var format = FormatSet.All[schema?.Format ?? reference.Split('/')[0]];
        return new()
        {
            Name = channel.Name,
            Establishment = hub.Establishment.Finess,
            World = hub.World,
            Format = format,
            Schema = schemaReference,
            Inspector = Inspector(format, schema),
            Acknowledge = channel.AcknowledgeValidated ? AcknowledgeMode.Validated : AcknowledgeMode.Received,
            SizeLimit = channel.MessageBytes,
            DuplicateWindow = hub.Duplicates.Window,
            AcceptConflicts = !hub.Duplicates.RefuseConflicts,
            AcknowledgementCode = channel.Kind.Name == "mllp" ? AcknowledgementPolicy.Code : null,
        };
    }

    private static string DefaultFormat(string kind) => kind switch
    {
        "fhir" => "fhir",
        "soap" => "xml",
        _ => "hl7v2",
    };

    /// <summary>The inspector of a format, with the keys that the schema declares.</summary>
    public static IMessageInspector Inspector(IFormat format, ISchema? schema) => format.Name switch
    {
        "fhir" => new FhirInspector(),
        "xml" => new XmlInspector(),
        "b2" => B2Inspector.For(schema),
        "noemie" => NoemieInspector.For(schema),
        _ => Hl7Inspector.For(schema),
    };
}
