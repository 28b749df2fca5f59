namespace CareerCompass.Web.Tests.Abuse;

/// <param name="Status">0 when the server closed the connection without a response.</param>
internal sealed record Answer(int Status, string Text, TimeSpan Took);
