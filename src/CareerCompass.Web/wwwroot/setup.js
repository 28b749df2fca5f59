// The guided set-up. A title's field grows with it and is still one line: Enter sends the form
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("textarea.line")) return;
  event.preventDefault();
  event.target.form.requestSubmit(event.target.form.querySelector("button"));
});

// What other hours would mean, while they are typed
const hours = document.getElementById("Input_Hours");
let latest;
hours?.addEventListener("input", async () => {
  const typed = latest = hours.value;
  const answer = await fetch(`${location.pathname}?hours=${encodeURIComponent(typed)}`).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const reckoning = page && page.getElementById("reckoning");
  if (reckoning && typed === latest) document.getElementById("reckoning").replaceChildren(...reckoning.childNodes);
});
