namespace CareerCompass.Web.Tests.Support;

/// <summary>Records the statements sent until it is disposed.</summary>
public sealed class QueryCount(Action<QueryCount> end) : IDisposable
{
    private readonly List<string> statements = [];

    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (statements)
            {
                return [.. statements];
            }
        }
    }

    public int Number => Statements.Count;

    /// <summary>Reads only: on SQLite writes take one statement per row.</summary>
    public int Reads => Statements.Count(statement => statement.StartsWith("SELECT", StringComparison.Ordinal));

    public void Dispose() => end(this);

    public override string ToString() => $"{Number} statements:\n" + string.Join("\n\n", Statements);

    internal void Add(string statement)
    {
        lock (statements)
        {
            statements.Add(statement);
        }
    }
}
