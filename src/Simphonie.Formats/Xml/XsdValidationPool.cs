using System.Collections.Concurrent;
using System.Xml.Schema;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Xml;

/// <summary>Validators of one compiled schema set, one per validation at a time; the set itself is only read.</summary>
internal sealed class XsdValidationPool(XmlSchemaSet set)
{
    private readonly ConcurrentBag<XsdValidation> _free = [];

    public void Validate(XmlTree tree, int root, DiagnosticBag findings)
    {
        if (!_free.TryTake(out var validation))
        {
            validation = new XsdValidation(set);
        }

        validation.Run(tree, root, findings);
        if (!validation.IsWorn)
        {
            _free.Add(validation);
        }
    }
}
