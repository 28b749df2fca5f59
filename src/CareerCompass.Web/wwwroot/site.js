// Everything works without this file. It may start late, so it must keep what was typed or chosen by then
const first = (selector) => document.querySelector(selector);

// Preselect the browser's time zone
const zone = first("select[data-browser-zone]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !zone.value && here) {
  zone.value = here;
  if (!zone.value) zone.add(new Option(here, here, true, true));
}

// Menus close on Escape, on a click elsewhere, and when they lose the focus
const close = (left) => document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = menu.contains(left); });
for (const event of ["click", "focusin"]) document.addEventListener(event, ({ target }) => close(target));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && first("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Unsent text must not be shown to another person or outlive the session
const { person } = document.body.dataset;
if (person && sessionStorage.person !== person) {
  sessionStorage.clear();
  sessionStorage.person = person;
}
first("form[action$='/sign-out']")?.addEventListener("submit", () => sessionStorage.clear());

// Shortcuts, listed on the help page
const places = { t: "", g: "goals", r: "reviews", d: "direction", n: "goals/new", m: "goals/map", l: "efforts/new", "?": "help#keys" };
document.addEventListener("keydown", async (event) => {
  const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
  const root = first("a.brand")?.getAttribute("href");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !first(".rail") || !(event.key in places)) return;
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

// Confirm destructive actions
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

// Forms with data-draft keep unsent text in this tab, so that people can leave and return
const form = first("form[data-draft]");
if (form) {
  const key = "draft:" + form.dataset.draft;
  const served = form.cloneNode(true);
  served.reset();
  const read = (from) => Object.fromEntries(new FormData(from));
  const save = () => { sessionStorage[key] = JSON.stringify(read(form)); };
  const was = read(served);
  const now = read(form);
  const draft = first(".problems, [data-answered]") ? null : JSON.parse(sessionStorage[key] ?? "null");
  for (const field of draft ? form.elements : []) {
    // Includes the version, so that newer changes are not silently overwritten
    if (was[field.name] !== now[field.name] || /hidden|submit/.test(field.type) && !/\.Version$/.test(field.name)) continue;
    if (/radio|checkbox/.test(field.type)) field.checked = draft[field.name] === field.value;
    else if (field.name in draft) field.value = draft[field.name];
  }
  if (JSON.stringify(was) !== JSON.stringify(now)) save();
  form.addEventListener("input", save);
  form.addEventListener("submit", () => { sessionStorage.sent = key; });
}

// Drop a sent draft once a page other than sign-in follows
const { sent } = sessionStorage;
if (sent && first(".rail") && sent !== "draft:" + form?.dataset.draft) {
  delete sessionStorage[sent];
  delete sessionStorage.sent;
}

// After a list button, return to the same scroll position
document.addEventListener("submit", ({ submitter, defaultPrevented }) => {
  const row = !defaultPrevented && submitter?.getAttribute("formaction")?.replace(/[a-z]+$/, "");
  if (row) sessionStorage.place = JSON.stringify({ path: location.pathname, top: scrollY, row });
});
const place = JSON.parse(sessionStorage.place ?? "null");
delete sessionStorage.place;
if (place?.path === location.pathname && isIdle() && !scrollY) {
  scrollTo(0, place.top);
  first(`[formaction^="${place.row}"]`)?.focus({ preventScroll: true });
}

// Focus the first error
if (isIdle()) first("[aria-invalid]")?.focus();

// Whether the focus is where the page put it
function isIdle() {
  const at = document.activeElement;
  return at === document.body || at.autofocus && at.value === at.defaultValue;
}

// Copy and print buttons need scripts
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const what = first(button.dataset.copy);
    await navigator.clipboard.writeText(what.value ?? [...what.querySelectorAll("li")].map((line) => line.textContent.trim()).join("\n"));
    button.textContent = button.dataset.copied;
  });
}
