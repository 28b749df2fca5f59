namespace CareerCompass.Web.Tests.Abuse;

/// <param name="Status">0 when the server hung up without a word.</param>
internal sealed record Answer(int Status, string Text, TimeSpan Took);
