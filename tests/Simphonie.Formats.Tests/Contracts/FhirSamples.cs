using System.Text;
using Simphonie.Contracts.Formats;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Fhir;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.Contracts;

internal sealed class FhirSamples : IFormatSamples
{
    public IFormat Format { get; } = new FhirFormat();

    public ISchema Schema => FhirTestFiles.R4;

    public byte[] Good { get; } = """
        {"resourceType": "Patient", "id": "p1", "name": [ {"family": "MARKED-A", "given": ["MARKED-B", "C"]} ], "birthDate": "1979-03-28",
         "multipleBirthInteger": 2, "active": true, "extension": [{"url": "urn:x", "valueDecimal": 1.10}]}
        """u8.ToArray();

    public byte[] Invalid { get; } = """
        {"resourceType": "Patient", "gender": "MARKED", "birthDate": "MARKED", "active": "MARKED", "name": {"family": "MARKED"}}
        """u8.ToArray();

    public string? BuiltType => "Patient";

    public byte[] Deep(int levels) =>
        Encoding.ASCII.GetBytes("{\"resourceType\":\"Basic\",\"extension\":" + string.Concat(Enumerable.Repeat("[{\"extension\":", levels)) + "[]" + string.Concat(Enumerable.Repeat("}]", levels)) + "}");

    public byte[] Huge(int digits) => Encoding.ASCII.GetBytes(
        $$"""{"resourceType":"Patient","multipleBirthInteger":{{new string('9', digits)}},"extension":[{"url":"urn:x","valueDecimal":-0.{{new string('0', digits)}}1e-{{new string('9', digits)}}}]}""");

    public void Fill(IDocumentBuilder builder)
    {
        builder.Set(builder.Child(builder.Root, "birthDate"), Value.OfDate("1997-02"));
        var name = builder.Append(builder.Root, "name");
        builder.Set(builder.Child(name, "family"), Value.Of("\"\\\u0001é"));
        builder.Set(builder.Append(name, "given"), Value.Of("A"));
        builder.Set(builder.Append(name, "given"), Value.Of("B"));
    }
}
