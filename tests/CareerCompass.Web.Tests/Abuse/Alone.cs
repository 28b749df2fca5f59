namespace CareerCompass.Web.Tests.Abuse;

/// <summary>Runs without parallel tests, as it measures memory, threads and handles of the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
