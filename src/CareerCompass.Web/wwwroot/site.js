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

// The account menu closes on Escape and on a click elsewhere
const menu = document.querySelector("details.menu");
if (menu) {
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

// Shortcuts, listed on the help page
const places = { t: "", g: "goals", r: "reviews", n: "goals/new", "?": "help#keys" };
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const root = document.querySelector("a.brand")?.getAttribute("href");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !document.querySelector(".rail") || !(event.key in places)) return;
  event.preventDefault();
  location.href = root + places[event.key];
});
