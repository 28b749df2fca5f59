namespace CareerCompass.Domain.Reviews;

public sealed record ReviewAnswer(string Key, string Question, string Text);
