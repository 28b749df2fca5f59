using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerCompass.Web.Tests.Support;

internal sealed class QueryCounter : DbCommandInterceptor
{
    private readonly List<QueryCount> counts = [];

    public QueryCount Begin()
    {
        var count = new QueryCount(End);
        lock (counts)
        {
            counts.Add(count);
        }

        return count;
    }

    // Called once for each statement, however it is executed
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        lock (counts)
        {
            counts.ForEach(count => count.Add(result.CommandText));
        }

        return result;
    }

    private void End(QueryCount count)
    {
        lock (counts)
        {
            counts.Remove(count);
        }
    }
}
