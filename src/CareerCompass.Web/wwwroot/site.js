// Everything works without this file; it only saves steps.

// Registration and settings: offer the zone the browser is in
const zone = document.querySelector("select[data-browser-zone]");
if (zone) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (here && !zone.dataset.browserZone) {
    if (![...zone.options].some((option) => option.value === here)) {
      zone.add(new Option(here, here));
    }
    zone.value = here;
  }
}

// Menus close on Escape, on a click elsewhere, and when the cursor leaves them
const close = (left) => document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = menu.contains(left); });
for (const event of ["click", "focusin"]) document.addEventListener(event, ({ target }) => close(target));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// What was typed and not sent does not outlive the session
document.querySelector("form[action$='/sign-out']")?.addEventListener("submit", () => sessionStorage.clear());

// Shortcuts; the list of them is on the help page
const places = { t: "", g: "goals", r: "reviews", d: "direction", n: "goals/new", m: "goals/map", l: "efforts/new", "?": "help#keys" };
document.addEventListener("keydown", async (event) => {
  const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
  const root = document.querySelector("a.brand")?.getAttribute("href");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !document.querySelector(".rail") || !(event.key in places)) return;
  event.preventDefault();
  const there = root + places[event.key];
  if (event.key !== "?" || !(await listKeys(there))) location.href = there;
});
async function listKeys(there) {
  const answer = await fetch(there).catch(() => null);
  const page = answer?.ok && !document.getElementById("keys") && new DOMParser().parseFromString(await answer.text(), "text/html");
  const list = page && page.getElementById("keys");
  if (!list) return false;
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.append(list);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

// What takes much with it is asked for once more
const ask = document.getElementById("ask");
document.addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (!submitter?.dataset.ask) return;
  event.preventDefault();
  ask.querySelector("h2").textContent = submitter.dataset.ask;
  ask.returnValue = "";
  ask.addEventListener("close", () => {
    if (ask.returnValue !== "yes") return;
    delete submitter.dataset.ask;
    target.requestSubmit(submitter);
  }, { once: true });
  ask.showModal();
});

// A form with data-draft may be left for another page and come back to: what was typed stays in this tab until it is sent
const form = document.querySelector("form[data-draft]");
if (form) {
  const key = "draft:" + form.dataset.draft;
  const fields = () => [...form.elements].filter((field) => field.name && field.type !== "hidden");
  const draft = document.querySelector(".problems, [data-answered]") ? null : JSON.parse(sessionStorage.getItem(key) ?? "null");
  for (const field of draft ? fields() : []) {
    if (/radio|checkbox/.test(field.type)) field.checked = draft[field.name] === field.value;
    else field.value = draft[field.name] ?? field.value;
  }
  form.addEventListener("input", () => {
    const now = fields().filter((field) => !/radio|checkbox/.test(field.type) || field.checked).map((field) => [field.name, field.value]);
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(now)));
  });
  form.addEventListener("submit", () => sessionStorage.setItem("sent", key));
}

// A draft that was sent goes once another page answers; not when that is the sign-in page or the same form with a note
const sent = sessionStorage.getItem("sent");
if (sent && document.querySelector(".rail") && sent !== "draft:" + form?.dataset.draft) {
  sessionStorage.removeItem(sent);
  sessionStorage.removeItem("sent");
}

// A button in a list leads back to the same page: to the same place on it, and to the same row
document.addEventListener("submit", ({ submitter, defaultPrevented }) => {
  const row = !defaultPrevented && submitter?.getAttribute("formaction")?.replace(/[a-z]+$/, "");
  if (row) sessionStorage.setItem("place", JSON.stringify({ path: location.pathname, top: scrollY, row }));
});
const place = JSON.parse(sessionStorage.getItem("place") ?? "null");
sessionStorage.removeItem("place");
if (place?.path === location.pathname) {
  scrollTo(0, place.top);
  document.querySelector(`[formaction^="${place.row}"]`)?.focus({ preventScroll: true });
}

// What is wrong gets the cursor
document.querySelector("[aria-invalid]")?.focus();

// Copying and printing are offered where there are scripts
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const what = document.querySelector(button.dataset.copy);
    await navigator.clipboard.writeText(what.value ?? [...what.querySelectorAll("li")].map((line) => line.textContent.trim()).join("\n"));
    button.textContent = button.dataset.copied;
  });
}
