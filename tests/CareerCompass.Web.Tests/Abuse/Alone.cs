namespace CareerCompass.Web.Tests.Abuse;

/// <summary>Alone in the process, as it looks at the memory, threads and handles of the whole of it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
