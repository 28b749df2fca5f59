using System.Diagnostics;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Abuse;

/// <summary>The resources of an idle process.</summary>
/// <param name="Bytes">Without the large object heap, whose buffer pools take up to a minute to shrink.</param>
internal sealed record PageSize(long Bytes, int Threads, int Handles)
{
    /// <param name="hoped">Waits for this state: connections take a moment to close.</param>
    public static async Task<PageSize> NowAsync(TestApp app, PageSize? hoped = null)
    {
        app.Log.Clear();
        var pageSize = Take();
        for (var tries = 0; tries < (hoped is null ? 10 : 60) && (hoped is null || !pageSize.IsAbout(hoped)); tries++)
        {
            await Task.Delay(100);
            pageSize = Take();
        }

        return pageSize;
    }

    public bool IsAbout(PageSize other) =>
        Bytes < other.Bytes + 8_000_000 && Threads < other.Threads + 16 && Handles < other.Handles + 40;

    public override string ToString() => $"{Bytes / 1e6:0.0} MB, {Threads} threads, {Handles} handles";

    private static PageSize Take()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        const int LargeObjects = 3;
        var heaps = GC.GetGCMemoryInfo(GCKind.FullBlocking).GenerationInfo;
        long bytes = 0;
        for (var i = 0; i < heaps.Length; i++)
        {
            bytes += i == LargeObjects ? 0 : heaps[i].SizeAfterBytes - heaps[i].FragmentationAfterBytes;
        }

        return new PageSize(
            bytes,
            process.Threads.Count,
            OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : process.HandleCount
        );
    }
}
