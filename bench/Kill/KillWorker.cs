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
/// Runs a job until it is killed. Waits for one line: the week (sweep) or life (delivery) it begins with, and the point
/// at which it kills itself, 0 for never; "once" ends it after a week. Says "begun" before the first statement, and each week when it is done.
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
            // Each life begins when the leases of the one before are over
            await app.RunAsync<OutboxDelivery>(delivery => delivery.RunAsync(Club.Due.AddMinutes(3 * start)));
            Console.WriteLine($"done {bomb.Statements}");
            return 0;
        }

        // Three hours late, as the hour in UTC moves with the clocks of summer
        for (var week = start; ; week++)
        {
            var now = Club.Due.AddHours(3).AddDays(7 * week);
            do
            {
                // Again while the server has not noticed yet that whoever was killed holds no lock any more
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

    /// <summary>Counts statements and the ends of transactions, and kills the process before or after one of them.</summary>
    private sealed class Bomb : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private int at;

        public int Statements { get; private set; }

        /// <param name="point">Twice the statement's number, and one more for "after it".</param>
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
                Process.GetCurrentProcess().Kill(); // SIGKILL: nothing is tidied up
                Thread.Sleep(Timeout.Infinite);
            }
        }
    }
}
