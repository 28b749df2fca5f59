namespace CareerCompass.Web.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
