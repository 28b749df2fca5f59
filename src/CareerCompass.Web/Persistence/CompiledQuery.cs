using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareerCompass.Web.Persistence;

/// <summary>
/// A query of EF.CompileAsyncQuery, which EF translates once instead of recognising it anew for each request. It is bound
/// to a model, and a process may hold several: one a database.
/// </summary>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    public TQuery For(CompassDb db) => queries.GetValue(db.Model, _ => compile());
}
