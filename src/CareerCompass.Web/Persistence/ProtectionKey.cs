using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Persistence;

/// <summary>A Data Protection key, or the revocation of one, in ASP.NET Core's XML format. Never deleted.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey() { }

    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    /// <summary>The friendly name: "key-" and the id.</summary>
    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";
}
