using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Amo;

/// <summary>The layouts that the simulated AMO reads and writes with.</summary>
internal sealed record AmoForms(B2Schema Layouts, NoemieSchema Returns, NoemieSchema Acknowledgements)
{
    /// <summary>Throws <see cref="ChannelStartException"/> when a file cannot be used.</summary>
    public static AmoForms Load(AmoSimulatorOptions options)
    {
        var findings = new DiagnosticBag();
        var layouts = new B2SchemaLoader().Load(options.Layouts, findings) as B2Schema;
        var returns = new NoemieSchemaLoader().Load(options.ReturnForm, findings) as NoemieSchema;
        var acknowledgements = new NoemieSchemaLoader().Load(options.AcknowledgementForm, findings) as NoemieSchema;
        return layouts is null || returns is null || acknowledgements is null
            ? throw new ChannelStartException(findings.Count > 0 ? findings[0] : Diagnostic.Of(AmoCodes.Start, Place.Whole, AmoCodes.Start.Title))
            : new AmoForms(layouts, returns, acknowledgements);
    }
}
