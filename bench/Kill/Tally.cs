namespace CareerCompass.Bench.Kill;

internal sealed record Tally(int Done, int Lost, int Doubled, int Repeated, int Trouble);
