// Ticks, moves and adds without a new page: sends the form and replaces the live parts with those of the response.
// If that fails, the form is submitted normally.
const main = document.querySelector("main");
const status = main.querySelector(".status");
const find = (id) => document.getElementById(id);
const all = (selector) => [...main.querySelectorAll(selector)];
let plain = null;

function isLive(form, submitter) {
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  const back = form.elements.Back?.value ?? action.replace(/\/(tasks|milestones)\/new$/, "");
  const near = form.closest("[data-live]") || form.closest(".toast");
  return near && main.querySelector("[data-live]") && back === location.pathname
    && /\/(tasks|milestones)\/(new|[\w-]+\/(tick|untick|took|up|down|reach|unreach|restore|trash|week|place\?to=\d+))$/.test(action) && action;
}

let turn = Promise.resolve();
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const action = !event.defaultPrevented && form !== plain && isLive(form, submitter);
  plain = null;
  if (!action) return;
  event.preventDefault();
  if (form.ariaBusy) return; // Enter pressed twice adds one task
  const adds = form.matches(".add");
  form.ariaBusy = adds ? "true" : null;
  const own = adds ? [...form.elements].map(({ id }) => id).filter(Boolean) : []; // to find a replaced form
  const data = new FormData(form, submitter);
  const row = submitter?.closest("li");
  turn = turn.then(async () => {
    if (await send(action, data, own, row)) return;
    plain = form.isConnected ? form : find(own[0])?.form;
    if (!plain) return location.reload();
    plain.ariaBusy = null;
    plain.requestSubmit(form.isConnected ? submitter : plain.querySelector(`[name="${submitter?.name}"]`));
  }).catch(() => location.reload()); // never sends twice
});

async function send(action, data, own, row) {
  const answer = await fetch(action, { method: "POST", body: new URLSearchParams(data) }).catch(() => null);
  if (!answer?.ok || !answer.redirected) return false; // refused: the page itself shows why
  const text = new URL(answer.url).pathname === location.pathname && await answer.text().catch(() => null);
  while (drag || main.matches(":active")) await new Promise((go) => setTimeout(go, 30)); // still pressed
  if (text) show(new DOMParser().parseFromString(text, "text/html"), own, row);
  else location.href = answer.url;
  return true;
}

function show(page, own, row) {
  // Keeps unsent text, open details and the focus elsewhere
  const focus = document.activeElement;
  const kept = all("input[id]").filter((field) => !own.includes(field.id) && !status.contains(field) && (field === focus || field.value !== field.defaultValue));
  const open = all("details[id][open]").map((details) => details.id);
  const busy = all(".add[aria-busy] input[id]").map(({ id }) => id).filter((id) => !own.includes(id));
  const added = (focus === document.body || focus.form && focus.form === find(own[0])?.form) && own[0];
  delete sessionStorage.place;
  const at = scrollY;
  for (const part of all("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
  for (const field of kept) find(field.id)?.replaceWith(field);
  for (const id of open) find(id)?.setAttribute("open", "");
  for (const id of busy) find(id)?.form.setAttribute("aria-busy", "true");
  handles();
  say(page.querySelector(".status"));
  scrollTo(0, at);
  const action = focus.getAttribute("formaction");
  const cursor = focus.isConnected && focus !== document.body && focus
    || find(added || focus.id)
    || main.querySelector(`[formaction="${action}"], a[href="${focus.getAttribute("href")}"]`)
    || main.querySelector(`[formaction^="${action?.replace(/[a-z]+$/, "")}"]`)
    || find(row?.id)?.querySelector("button")
    || main;
  cursor.focus({ preventScroll: !added });
}

// A note hides by itself, unless hovered or focused
let leaving;
function say(fresh) {
  if (fresh) status.replaceChildren(...fresh.childNodes);
  clearTimeout(leaving);
  leaving = setTimeout(function leave() {
    if (status.matches(":hover, :focus-within")) leaving = setTimeout(leave, 4000);
    else status.replaceChildren();
  }, find("took") ? 45000 : 12000);
}
if (status.children.length) say();

status.addEventListener("click", (event) => {
  if (!event.target.closest(".took a")) return;
  event.preventDefault();
  status.replaceChildren();
});

// u undoes, h focuses the time spent
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  if (event.key === "u") status.querySelector("form:not(.took) button")?.click();
  const took = event.key === "h" && find("took");
  if (took) {
    event.preventDefault();
    took.select();
  }
});

// Rows are dragged by a handle; the arrow buttons do the same
function handles() {
  for (const row of all("li.open:has(.nudge)")) {
    const grip = document.createElement("span");
    grip.className = "grip";
    row.append(grip);
  }
}
handles();
let drag;
main.addEventListener("pointerdown", (event) => {
  const row = event.target.closest(".grip")?.closest("li");
  if (!row || event.button) return;
  event.preventDefault();
  const rows = [...row.parentElement.querySelectorAll("li.open")];
  drag = { row, rows, from: rows.indexOf(row), to: rows.indexOf(row), y: event.clientY, pointer: event.pointerId };
  row.setPointerCapture(event.pointerId);
  row.classList.add("dragged");
});
main.addEventListener("pointermove", (event) => {
  if (event.pointerId !== drag?.pointer) return;
  const { row, rows } = drag;
  row.style.translate = `0 ${event.clientY - drag.y}px`;
  const others = rows.filter((other) => other !== row);
  drag.to = others.filter((other) => event.clientY > other.getBoundingClientRect().top + other.offsetHeight / 2).length;
  others.forEach((other, index) => other.classList.toggle("gap", index === drag.to));
  row.parentElement.classList.toggle("gap-end", drag.to === others.length);
});
for (const end of ["pointerup", "pointercancel"]) {
  main.addEventListener(end, async (event) => {
    if (event.pointerId !== drag?.pointer) return;
    const { row, rows, from, to } = drag;
    drag = null;
    row.style.translate = "";
    row.classList.remove("dragged");
    row.parentElement.classList.remove("gap-end");
    rows.forEach((other) => other.classList.remove("gap"));
    const button = row.querySelector(".nudge");
    if (from === to) button.focus();
    if (end === "pointercancel" || from === to) return;
    const action = button.getAttribute("formaction").replace(/up$/, `place?to=${to}`);
    if (!(await send(action, new FormData(button.form), [], row))) location.reload();
  });
}

// Drops a task on another week, as its arrow button does
let held;
main.addEventListener("dragstart", (event) => { held = event.target.closest?.("[data-task]"); });
main.addEventListener("dragover", (event) => { if (held && event.target.closest("[data-week]")) event.preventDefault(); });
main.addEventListener("drop", (event) => {
  const week = event.target.closest("[data-week]");
  const button = week && held?.querySelector("button");
  if (!button) return;
  event.preventDefault();
  button.value = week.dataset.week;
  button.click();
});
