using System.Diagnostics;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Shared;

namespace CareerCompass.Web.Tests.Abuse;

[Collection(nameof(Alone))]
public sealed class LongNotesTests
{
    /// <summary>Nested and never closed marks are what makes readers of Markdown slow, or gives up with an error.</summary>
    [Fact]
    public void The_worst_notes_that_fit_are_shown_quickly()
    {
        Markdown.ToHtml("warm up");
        foreach (var make in JunkInput.Long)
        {
            var notes = make(Limits.MaxNotesLength);
            var before = Worked();
            Markdown.ToHtml(notes);
            var took = Worked() - before;
            Assert.True(took < TimeSpan.FromSeconds(1), $"{notes[..8]}… took {took.TotalSeconds:0.0} s");
        }
    }

    // By the processor's clock, as a busy machine says nothing of the notes
    private static TimeSpan Worked()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
