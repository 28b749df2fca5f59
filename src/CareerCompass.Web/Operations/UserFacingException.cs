using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CareerCompass.Web.Operations;

/// <summary>An error that stops the app or a command, with a message that says what to do about it.</summary>
public sealed class UserFacingException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Prints a message instead of a stack trace for known unhandled errors.</summary>
    public static void PrintWhenUnhandled() =>
        AppDomain.CurrentDomain.UnhandledException += static (_, failure) =>
        {
            if (failure.ExceptionObject is Exception error && Describe(error) is { } message)
            {
                Console.Error.WriteLine(message);
                Environment.Exit(1);
            }
        };

    /// <summary>Describes an environment error; null for an unexpected one.</summary>
    public static string? Describe(Exception error) =>
        error switch
        {
            UserFacingException => error.Message,
            SqliteException sqlite => DescribeSqlite(sqlite),
            PostgresException postgres => $"The database reported an error: {postgres.MessageText}",
            NpgsqlException or DbException => $"The database cannot be reached: {Root(error)}",
            IOException { HResult: NoSpace or OverQuota or WindowsDiskFull } =>
                $"The disk is full: {error.Message}. Free some space and try again.",
            UnauthorizedAccessException => $"{error.Message} Give the user the app runs as access to it.",
            IOException => error.Message,

            // Thrown by our own code when a setting is invalid
            InvalidOperationException when error.TargetSite?.Module.Assembly == typeof(UserFacingException).Assembly =>
                error.Message,
            { InnerException: { } inner } => Describe(inner),
            _ => null,
        };

    private static string DescribeSqlite(SqliteException error) =>
        error.SqliteErrorCode switch
        {
            13 => "The disk is full, so the database could not be written. Free some space and try again.",
            8 => "The database is read-only. Give the user the app runs as write access to it and its folder.",
            14 => "The database file cannot be opened. Check that its folder exists and that the user the app runs as "
                + "can write to it.",
            11 or 26 =>
                "The database file is damaged. Restore the newest backup. The command “restore --help” explains how.",
            10 => "The disk failed while the database was being read or written. Check the disk before anything else.",
            5 or 6 => "Another process is using the database. Try again in a moment.",
            _ => $"The database reported an error: {error.Message}",
        };

    private static string Root(Exception error) => error.GetBaseException().Message;
}
