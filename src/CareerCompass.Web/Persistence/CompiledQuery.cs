using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareerCompass.Web.Persistence;

/// <summary>A compiled query per model: a process may use several databases.</summary>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    public TQuery For(CompassDb db) => queries.GetValue(db.Model, _ => compile());
}
