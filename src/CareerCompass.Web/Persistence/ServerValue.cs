namespace CareerCompass.Web.Persistence;

/// <summary>Something that all instances on one database have to know of their server.</summary>
public sealed class ServerValue
{
    private ServerValue() { }

    public ServerValue(string name, string value, DateTime now) => (Name, Value, At) = (name, value, now);

    public string Name { get; private set; } = "";

    public string Value { get; private set; } = "";

    /// <summary>Since when it is so.</summary>
    public DateTime At { get; private set; }
}
