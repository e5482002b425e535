using System.Text;
using Simphonie.Contracts.Formats;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Hl7v2;
using Simphonie.Formats.Tests.Hl7v2;

namespace Simphonie.Formats.Tests.Contracts;

internal sealed class Hl7Samples : IFormatSamples
{
    public IFormat Format { get; } = new Hl7Format();

    public ISchema Schema => Hl7Files.PamFr;

    public byte[] Good { get; } = Encoding.ASCII.GetBytes(Messages.Admission.Replace("DOMINIQUE", IFormatSamples.Mark, StringComparison.Ordinal));

    /// <summary>A birth date, a sex and the time of the movement that are none.</summary>
    public byte[] Invalid { get; } = Encoding.ASCII.GetBytes(Messages.Admission
        .Replace("|19790328|F|", $"|{IFormatSamples.Mark}|{IFormatSamples.Mark}|", StringComparison.Ordinal)
        .Replace("ZBE|7^GAP|20240306110000", $"ZBE|7^GAP|{IFormatSamples.Mark}", StringComparison.Ordinal));

    public string? BuiltType => null;

    /// <summary>HL7 nests four levels; more separators are more of them side by side.</summary>
    public byte[] Deep(int levels) => Encoding.ASCII.GetBytes(Messages.Admission + "NTE|1|" + new string('&', levels) + new string('^', levels) + new string('~', levels) + "\r");

    public byte[] Huge(int digits) => Encoding.ASCII.GetBytes(Messages.Admission.Replace("PID|1|", $"PID|{new string('9', digits)}|", StringComparison.Ordinal));

    public void Fill(IDocumentBuilder builder)
    {
        var header = builder.Append(builder.Root, "MSH");
        builder.Set(builder.Child(header, "MSH-3"), Value.Of("HUB"));
        builder.Set(builder.Child(header, "MSH-10"), Value.Of("M1"));
        var patient = builder.Append(builder.Root, "PID");
        var name = builder.Append(patient, "PID-5");
        builder.Set(builder.Child(name, "XPN-2"), Value.Of("A|B^C&D~E\\F"));
        builder.Clear(builder.Child(patient, "PID-8"));
    }
}
