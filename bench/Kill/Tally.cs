using System.Diagnostics;
using System.Globalization;
using CareerCompass.Bench.Scale;
using CareerCompass.Bench.Support;

namespace CareerCompass.Bench.Kill;

/// <summary>What was done, and what should not have happened.</summary>
internal sealed record Tally(int Done, int Lost, int Doubled, int Repeated, int Trouble);
