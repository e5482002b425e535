using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;

namespace Simphonie.Contracts.Formats;

/// <summary>A format with samples of its own. Every value in them that stands for an identity contains <see cref="Mark"/>.</summary>
public interface IFormatSamples
{
    /// <summary>What no finding and no text form may show.</summary>
    const string Mark = "MARKED";

    IFormat Format { get; }

    ISchema Schema { get; }

    /// <summary>Well-formed and without escapes, in ASCII; holds marked values.</summary>
    byte[] Good { get; }

    /// <summary>Well-formed, but it breaks several rules of the schema, with marked values in the places that are wrong.</summary>
    byte[] Invalid { get; }

    /// <summary>Nested so many levels, as far as the format can be.</summary>
    byte[] Deep(int levels);

    /// <summary>A message whose numbers are so many digits long.</summary>
    byte[] Huge(int digits);

    /// <summary>Fills a builder with some values, so that what it builds is good.</summary>
    void Fill(IDocumentBuilder builder);

    /// <summary>Type that <see cref="Fill"/> builds, null for the schema's root.</summary>
    string? BuiltType { get; }
}
