using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using CareerCompass.Bench.Scale;
using CareerCompass.Bench.Support;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerCompass.Bench.Kill;

/// <summary>
/// Runs a job until it is killed. Reads one line: the week (sweep) or life (delivery) to begin with, and the statement
/// at which to kill itself, 0 for never; "once" stops after a week.
/// </summary>
internal static class KillWorker
{
    public static async Task<int> RunAsync(string[] args)
    {
        var bomb = new Bomb();
        await using var app = BenchApp.Build(args[1..], builder => builder.Services.AddSingleton<IInterceptor>(bomb));
        Console.WriteLine("ready");
        var words = Console.ReadLine()!.Split(' ');
        var start = int.Parse(words[0], CultureInfo.InvariantCulture);
        bomb.Arm(int.Parse(words[1], CultureInfo.InvariantCulture));
        Console.WriteLine("begun");
        if (args[0] == "delivery")
        {
            // Each life begins after the previous one's leases expired
            await app.RunAsync<OutboxDelivery>(delivery => delivery.RunAsync(Club.Due.AddMinutes(3 * start)));
            Console.WriteLine($"done {bomb.Statements}");
            return 0;
        }

        // Three hours late, to be due on both sides of a DST change
        for (var week = start; ; week++)
        {
            var now = Club.Due.AddHours(3).AddDays(7 * week);
            do
            {
                // PostgreSQL may not have released the killed process's locks yet
                await app.RunAsync<ReviewSweep>(sweep => sweep.RunAsync(now));
            } while (
                await app.WithDbAsync(db =>
                    db.People.IgnoreQueryFilters([QueryFilters.Owner]).AnyAsync(person => person.NextReviewAt <= now)
                )
            );
            Console.WriteLine($"done {week} {bomb.Statements}");
            if (words is [_, _, "once"])
            {
                return 0;
            }
        }
    }

    private sealed class Bomb : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private int at;

        public int Statements { get; private set; }

        /// <param name="point">Twice the statement's number, plus one for "after it".</param>
        public void Arm(int point) => (at, Statements) = (point, 0);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Before();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            After();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Before();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        )
        {
            After();
            return ValueTask.FromResult(result);
        }

        public ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            Before();
            return ValueTask.FromResult(result);
        }

        public Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            After();
            return Task.CompletedTask;
        }

        private void Before()
        {
            Statements++;
            KillAt(2 * Statements);
        }

        private void After() => KillAt((2 * Statements) + 1);

        private void KillAt(int point)
        {
            if (at == point)
            {
                Process.GetCurrentProcess().Kill(); // SIGKILL: nothing is cleaned up
                Thread.Sleep(Timeout.Infinite);
            }
        }
    }
}
