namespace CareerCompass.Web.Persistence;

/// <summary>A Data Protection key, or the revocation of one, in ASP.NET Core's XML format. Never deleted.</summary>
public sealed class DataProtectionKey
{
    private DataProtectionKey() { }

    public DataProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    /// <summary>The friendly name: "key-" and the id.</summary>
    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";
}
