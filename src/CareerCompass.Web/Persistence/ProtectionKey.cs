using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Persistence;

/// <summary>A key that cookies and form tokens are sealed with, or the revocation of one, as ASP.NET Core wrote it. Never purged.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey() { }

    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    /// <summary>As the file would be called: "key-" and its id.</summary>
    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";
}
