// Ticking, moving and adding without a new page: the form is sent as it would be, and its answer's parts take the place of
// ours, so that the server alone says what is true. Whatever goes wrong, the form is sent in the ordinary way.
const main = document.querySelector("main");
const status = main.querySelector(".status");
let plain = null;

function isLive(form, submitter) {
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  const back = form.elements.Back?.value ?? action.replace(/\/(tasks|milestones)\/new$/, "");
  const near = form.closest("[data-live]") || form.closest(".toast");
  return near && main.querySelector("[data-live]") && back === location.pathname
    && /\/(tasks|milestones)\/(new|[\w-]+\/(tick|untick|took|up|down|reach|unreach|restore|trash|place\?to=\d+))$/.test(action) && action;
}

let turn = Promise.resolve();
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const action = !event.defaultPrevented && form !== plain && isLive(form, submitter);
  plain = null;
  if (!action) return;
  event.preventDefault();
  if (form.ariaBusy) return; // Enter, pressed twice, adds one task
  form.ariaBusy = form.matches(".add") ? "true" : null;
  const data = new FormData(form, submitter);
  const row = submitter?.closest("li");
  turn = turn.then(async () => {
    if (await send(action, data, form, row)) return;
    if (!form.isConnected) location.reload();
    plain = form;
    form.ariaBusy = null;
    form.requestSubmit(submitter);
  });
});

async function send(action, data, form, row) {
  try {
    const answer = await fetch(action, { method: "POST", body: new URLSearchParams(data) });
    if (!answer.ok || !answer.redirected) return false; // refused: nothing was done, and its own page says why
    if (new URL(answer.url).pathname === location.pathname) show(new DOMParser().parseFromString(await answer.text(), "text/html"), form, row);
    else location.href = answer.url;
    return true;
  } catch {
    return false;
  }
}

function show(page, form, row) {
  // What is half typed or unfolded elsewhere stays
  const typed = [...main.querySelectorAll("input[id], textarea[id]")].filter((field) => field.form !== form && !status.contains(field) && field.value !== field.defaultValue);
  const open = [...main.querySelectorAll("details[id][open]")].map((details) => details.id);
  const focus = document.activeElement;
  sessionStorage.removeItem("place");
  const at = scrollY;
  for (const part of main.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
  for (const field of typed) {
    const now = document.getElementById(field.id);
    if (now) now.value = field.value;
  }
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  handles();
  say(page.querySelector(".status"));
  scrollTo(0, at);
  const cursor = focus?.matches(".nudge") && main.querySelector(`[formaction="${focus.getAttribute("formaction")}"]`)
    || form.matches(".add") && document.getElementById(form.querySelector("input[id]").id)
    || row?.id && document.getElementById(row.id)?.querySelector("button")
    || focus?.getAttribute("formaction") && main.querySelector(`[formaction^="${focus.getAttribute("formaction").replace(/[a-z]+$/, "")}"]`);
  if (cursor) cursor.focus({ preventScroll: !form.matches(".add") });
  else if (document.activeElement === document.body) main.focus({ preventScroll: true });
}

// A note leaves by itself, but not from under the pointer or the cursor
let leaving;
function say(fresh) {
  if (fresh) status.replaceChildren(...fresh.childNodes);
  clearTimeout(leaving);
  leaving = setTimeout(function leave() {
    if (status.matches(":hover, :focus-within")) leaving = setTimeout(leave, 4000);
    else status.replaceChildren();
  }, status.querySelector("#took") ? 45000 : 12000);
}
if (status.children.length) say();

// Skipping the question needs no new page
status.addEventListener("click", (event) => {
  if (!event.target.closest(".took a")) return;
  event.preventDefault();
  status.replaceChildren();
});

// u takes back what the note tells of, h answers how long it took
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  if (event.key === "u") status.querySelector("form:not(.took) button")?.click();
  const took = event.key === "h" && document.getElementById("took");
  if (took) {
    event.preventDefault();
    took.select();
  }
});

// Rows are dragged by their handle; the arrow buttons do the same
function handles() {
  for (const row of main.querySelectorAll("li.open:has(.nudge)")) {
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
    if (!(await send(action, new FormData(button.form), button.form, row))) location.reload();
  });
}
