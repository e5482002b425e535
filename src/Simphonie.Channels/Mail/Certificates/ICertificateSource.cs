using System.Security.Cryptography.X509Certificates;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mail.Certificates;

/// <summary>Where certificates of recipients come from. Thread-safe.</summary>
internal interface ICertificateSource : IDisposable
{
    /// <summary>All certificates of an address, usable or not; a cause when they cannot be looked up.</summary>
    CertificateLookup Find(string address);
}

/// <summary>What a source knows of an address.</summary>
internal sealed record CertificateLookup(IReadOnlyList<X509Certificate2> Certificates, Diagnostic? Failure = null);
