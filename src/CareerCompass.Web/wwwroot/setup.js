// Guided setup: title fields grow with their text, except the focused one. Enter still submits the form
for (const line of document.querySelectorAll("input.line")) {
  const focused = line === document.activeElement;
  if (focused && line.value !== line.defaultValue) continue;
  const area = document.createElement("textarea");
  for (const { name, value } of line.attributes) if (!/^(type|value)$/.test(name)) area.setAttribute(name, value);
  area.rows = 1;
  area.value = line.value;
  line.replaceWith(area);
  if (focused) area.focus();
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    area.form.requestSubmit();
  });
}

// Previews other hours while they are typed
const hours = document.getElementById("Input_Hours");
let latest;
async function reckon() {
  const typed = latest = hours.value;
  const answer = await fetch(`${location.pathname}?hours=${encodeURIComponent(typed)}`).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const reckoning = page && page.getElementById("reckoning");
  if (reckoning && typed === latest) document.getElementById("reckoning").replaceChildren(...reckoning.childNodes);
}
hours?.addEventListener("input", reckon);
if (hours && hours.value !== hours.defaultValue) reckon();
