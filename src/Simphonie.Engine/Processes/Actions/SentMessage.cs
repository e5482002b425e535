using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Engine.Processes.Machine;

namespace Simphonie.Engine.Processes.Actions;

/// <summary>
/// The message of a <c>send</c> action: a FHIR Parameters resource with <c>process</c>, <c>case</c>, <c>send</c>, <c>at</c> and the values of the action,
/// on the channel <c>process.NAME</c>. Its type is the name of the action, its control id that of its cause.
/// </summary>
internal static class SentMessage
{
    public static MessageAppend Of(MadeAction.Send send, ProcessDefinition process, CaseRecord @case, string identity, DateTimeOffset at, long? cause) => new()
    {
        Establishment = @case.Establishment,
        World = @case.World,
        Channel = process.Channel,
        Format = "fhir",
        Schema = "fhir/r4",
        ReceivedAt = at,
        State = MessageState.Received,
        Type = send.Name,
        ControlId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{process.Name}\n{@case.Key}\n{identity}")).AsSpan(0, 16)),
        Correlation = cause?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Payload = new InlinePayload(Write(send, process, @case, at)),
    };

    private static byte[] Write(MadeAction.Send send, ProcessDefinition process, CaseRecord @case, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resourceType", "Parameters");
        json.WriteStartArray("parameter");
        Write(json, "process", Value.Of(process.Name));
        Write(json, "case", Value.Of(@case.Key));
        Write(json, "send", Value.Of(send.Name));
        Write(json, "at", Definitions.Processes.Evaluation.InstantValue.Of(at));
        foreach (var (name, value) in send.Values)
        {
            Write(json, name, value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Value value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                json.WriteBoolean("valueBoolean", value.Boolean);
                break;
            case ValueKind.Integer or ValueKind.Long when value.Integer is >= int.MinValue and <= int.MaxValue:
                json.WriteNumber("valueInteger", value.Integer);
                break;
            case ValueKind.Integer or ValueKind.Long:
                json.WriteNumber("valueDecimal", value.Integer);
                break;
            case ValueKind.Date:
                json.WriteString("valueDate", value.Text);
                break;
            case ValueKind.DateTime:
                json.WriteString("valueDateTime", value.Text);
                break;
            default:
                json.WriteString("valueString", value.Text);
                break;
        }

        json.WriteEndObject();
    }
}
