using Simphonie.Contracts.Formats;

namespace Simphonie.Formats.Tests.Contracts;

public sealed class csv_bytes_are_bad : When_bytes_are_bad
{
    protected override IFormatSamples Samples { get; } = new CsvSamples();
}

public sealed class csv_findings_are_told : When_findings_are_told
{
    protected override IFormatSamples Samples { get; } = new CsvSamples();
}

public sealed class csv_a_document_is_looked_at : When_a_document_is_looked_at
{
    protected override IFormatSamples Samples { get; } = new CsvSamples();
}

public sealed class csv_a_document_is_written : When_a_document_is_written
{
    protected override IFormatSamples Samples { get; } = new CsvSamples();
}
