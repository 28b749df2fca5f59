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
        foreach (var make in Junk.Long)
        {
            var notes = make(Limits.Notes);
            var started = Stopwatch.GetTimestamp();
            Markdown.ToHtml(notes);
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2), $"{notes[..8]}… took {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        }
    }
}
