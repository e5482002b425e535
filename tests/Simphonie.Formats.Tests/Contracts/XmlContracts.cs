using Simphonie.Contracts.Formats;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Tests.Contracts;

public sealed class xml_bytes_are_bad : When_bytes_are_bad
{
    protected override IFormatSamples Samples { get; } = new XmlContractSamples();
}

public sealed class xml_findings_are_told : When_findings_are_told
{
    protected override IFormatSamples Samples { get; } = new XmlContractSamples();
}

public sealed class xml_a_document_is_looked_at : When_a_document_is_looked_at
{
    protected override IFormatSamples Samples { get; } = new XmlContractSamples();

    /// <summary>An element stands at its tag, with its value behind it.</summary>
    protected override string Standing(Node node) => $"<r:{node.Name}>{node.Value.Text}</r:";
}

public sealed class xml_a_document_is_written : When_a_document_is_written
{
    protected override IFormatSamples Samples { get; } = new XmlContractSamples();
}
