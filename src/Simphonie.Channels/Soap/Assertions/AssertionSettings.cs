using System.Security.Cryptography.X509Certificates;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Declarations;

namespace Simphonie.Channels.Soap.Assertions;

/// <summary>Turns <c>assertion:</c> of an endpoint into what the assertion says.</summary>
internal static class AssertionSettings
{
    public static AssertionRequest Read(Setting.Map map, SoapAuthentication kind, X509Certificate2 certificate)
    {
        var request = new AssertionRequest
        {
            Kind = kind,
            Issuer = map.Text("issuer") ?? certificate.SubjectName.Name,
            Subject = map.Text("subject") ?? certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Qualifier = map.Text("qualifier"),
            Recipient = map.Text("recipient"),
            Audience = map.Text("audience"),
            Attributes = [.. ((map["attributes"] as Setting.Map)?.Entries ?? []).Select(entry => KeyValuePair.Create(entry.Key, Values(entry.Value)))],
        };
        return map.Text("method") is { } method ? request with { Method = method } : request;
    }

    private static IReadOnlyList<string> Values(Setting setting) => setting switch
    {
        Setting.Scalar scalar => [scalar.Text],
        Setting.List list => [.. list.Items.OfType<Setting.Scalar>().Select(item => item.Text)],
        _ => [],
    };
}
