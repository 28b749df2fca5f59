namespace CareerCompass.Bench.Kill;

/// <summary>What was done, and what should not have happened.</summary>
internal sealed record Tally(int Done, int Lost, int Doubled, int Repeated, int Trouble);
