using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CareerCompass.Web.Tests.Support;

public sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = [];

    public LogLevel Least { get; set; } = LogLevel.Warning;

    public IReadOnlyList<string> Lines => [.. lines];

    public void Clear() => lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= log.Least;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                log.lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
