using System.Diagnostics;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Shared;

namespace CareerCompass.Web.Tests.Abuse;

[Collection(nameof(Alone))]
public sealed class LongNotesTests
{
    /// <summary>Nested and unclosed marks make Markdown parsers slow, or fail.</summary>
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

    // Processor time, which does not depend on other load
    private static TimeSpan Worked()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
