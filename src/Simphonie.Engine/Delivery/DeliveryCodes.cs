using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Delivery;

/// <summary>Codes of delivery (SIM42xx).</summary>
public static class DeliveryCodes
{
    public static readonly DiagnosticCode OutcomeUnknown = new("SIM4201", Severity.Error,
        "Bytes left for an endpoint that cannot be asked twice, and no answer came.", "Ask the operator of the endpoint whether it arrived, then discard or retry.");

    public static readonly DiagnosticCode Interrupted = new("SIM4202", Severity.Error,
        "The hub ended while a delivery to an endpoint that cannot be asked twice was under way.", "Ask the operator of the endpoint whether it arrived, then discard or retry.");

    public static readonly DiagnosticCode Cancelled = new("SIM4203", Severity.Information,
        "The patient or dossier was cancelled after the message came.", "Nothing: it must not be sent.");

    public static readonly DiagnosticCode Moved = new("SIM4204", Severity.Warning,
        "The patient or dossier was merged or moved after the message came.", "Check to whom the answer belongs now; send it by hand or let the sending system ask again.");

    public static readonly DiagnosticCode EndpointGone = new("SIM4205", Severity.Error,
        "The endpoint of the delivery is no longer in hub.yaml.", "Declare it again, or discard the delivery.");

    public static readonly DiagnosticCode AwaitsIdentity = new("SIM4207", Severity.Information,
        "A message about the same patient or dossier was received meanwhile and is dealt with first.", "Nothing, unless that message is a dead letter: then retry, release or discard it.");

    public static readonly DiagnosticCode EndpointBroke = new("SIM4206", Severity.Error,
        "An endpoint ended by an internal error.", "Report it with the code, the endpoint and the kind of error shown; whether the message arrived is not known.");
}
