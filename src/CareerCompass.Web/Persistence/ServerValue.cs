namespace CareerCompass.Web.Persistence;

/// <summary>A value that all instances on one database share.</summary>
public sealed class ServerValue
{
    private ServerValue() { }

    public ServerValue(string name, string value, DateTime now) => (Name, Value, SetAt) = (name, value, now);

    public string Name { get; private set; } = "";

    public string Value { get; private set; } = "";

    public DateTime SetAt { get; private set; }
}
