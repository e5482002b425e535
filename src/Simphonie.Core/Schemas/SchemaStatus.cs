namespace Simphonie.Core.Schemas;

/// <summary>Who stands behind a schema. A hub profile is never called official.</summary>
public enum SchemaStatus
{
    Published,
    HubProfile,
    Site,
}
