using System.Diagnostics.Metrics;

namespace CareerCompass.Web.Operations;

public sealed class AppMetrics
{
    public const string Name = "CareerCompass";
    private readonly Counter<long> reviews;
    private readonly Counter<long> sent;
    private readonly Counter<long> failed;
    private readonly Histogram<double> duration;

    public AppMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        reviews = meter.CreateCounter<long>("careercompass.reviews.opened", "{review}", "Reviews opened by the sweep.");
        sent = meter.CreateCounter<long>("careercompass.messages.sent", "{message}", "Messages sent.");
        failed = meter.CreateCounter<long>(
            "careercompass.messages.failed",
            "{attempt}",
            "Failed attempts to send a message, by kind of fault."
        );
        duration = meter.CreateHistogram<double>(
            "careercompass.job.duration",
            "s",
            "Duration of job runs, by job and outcome.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300],
            }
        );
    }

    public void CountReviewsOpened(int count) => reviews.Add(count);

    public void CountMessagesSent(int count) => sent.Add(count);

    public void CountFailedAttempt(string fault) => failed.Add(1, KeyValuePair.Create<string, object?>("fault", fault));

    public void RecordJobRun(string job, string outcome, TimeSpan took) =>
        duration.Record(
            took.TotalSeconds,
            KeyValuePair.Create<string, object?>("job", job),
            KeyValuePair.Create<string, object?>("outcome", outcome)
        );
}
