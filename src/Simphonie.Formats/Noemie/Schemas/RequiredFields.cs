using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Noemie.Schemas;

/// <summary>
/// Fields that the reader knows by name. A schema may move and lengthen them, and leave entities out, but an entity that it has must have these.
/// </summary>
internal static class RequiredFields
{
    private static readonly (int Number, string[] Fields)[] All =
    [
        (EntityHead.HeaderNumber, ["issuerType", "issuer", "recipient", "file", "created", "exchange", "world", "blockLength"]),
        (EntityHead.ControlNumber, ["closed", "count", "amount", "sign"]),
        (EntityHead.TrailerNumber, ["issuerType", "issuer", "recipient", "file", "records", "lots", "amount", "sign"]),
        (EntityNumber.Agent, ["number"]),
        (EntityNumber.Payee, ["number"]),
        (EntityNumber.AccountingDay, ["date"]),
        (EntityNumber.Transfer, ["date", "label1", "label2", "payer"]),
        (EntityNumber.Lot, ["date", "number"]),
        (EntityNumber.ReturnKind, ["kind"]),
        (EntityNumber.LotAnswer, ["file", "number", "date", "result", "code"]),
        (EntityNumber.ShortInvoice, ["number"]),
        (EntityNumber.Invoice, ["number", "complement", "lotNumber", "lotDate", "kind"]),
        (EntityNumber.People, ["nir"]),
        (EntityNumber.Insured, ["nir"]),
        (EntityNumber.AmoPart, ["asked", "state", "paid", "sign"]),
        (EntityNumber.AmcPart, ["asked", "state", "paid", "sign", "amc"]),
        (EntityNumber.Deduction, ["debt", "amount", "sign"]),
        (EntityNumber.OneOffPayment, ["code", "amount"]),
        (EntityNumber.OneOffDetail, ["code", "label"]),
        (EntityNumber.Notice, ["code", "label", "line"]),
        (EntityNumber.Rejection, ["code", "label", "scope", "part", "line"]),
    ];

    private static readonly int[] Ends = [EntityHead.HeaderNumber, EntityHead.ControlNumber, EntityHead.TrailerNumber];

    public static void Check(SchemaFile file, List<EntityType> entities)
    {
        foreach (var entity in entities)
        {
            foreach (var field in entity.Layout.Fields.Where(field => entities.Exists(other => other.Name == field.Name)))
            {
                file.Report(file.Root, $"the field '{field.Name}' of entity {entity.Number:000} has the name of an entity, which it would hide");
            }
        }

        foreach (var (number, fields) in All)
        {
            if (entities.Find(entity => entity.Number == number) is { } entity)
            {
                foreach (var field in fields.Where(field => entity.Layout.Field(field) is null))
                {
                    file.Report(file.Root, $"the entity {number:000} has no field '{field}'");
                }
            }
            else if (Ends.Contains(number))
            {
                file.Report(file.Root, $"'entities' has no {number:000}");
            }
        }
    }
}
