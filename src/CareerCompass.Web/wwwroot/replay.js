// A goal's history: the slider shows the route from the page of each revision.

const box = document.querySelector("[data-replay]");
const slider = box?.querySelector("input");
const button = box?.querySelector("button");
const pages = new Map();
let wanted;

function read(number) {
  if (!pages.has(number)) {
    pages.set(number, fetch(box.dataset.replay + number).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("stood");
    }));
    pages.get(number).catch(() => pages.delete(number));
  }
  return pages.get(number);
}

async function show(number) {
  wanted = number;
  try {
    const stood = await read(number);
    if (wanted !== number) return; // the slider moved on
    document.getElementById("stood").replaceWith(document.importNode(stood, true));
    slider.setAttribute("aria-valuetext", stood.dataset.told);
  } catch {
    location.href = box.dataset.replay + number; // that page shows why
  }
}

if (box) {
  box.hidden = false;
  let soon;
  slider.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(show, 60, slider.value);
  });
  let playing;
  const stop = () => { clearInterval(playing); playing = 0; button.ariaPressed = "false"; };
  stop();
  button.addEventListener("click", () => {
    clearTimeout(soon);
    if (playing) return stop();
    if (slider.value === slider.max) slider.value = slider.min;
    else slider.stepUp();
    show(slider.value);
    button.ariaPressed = "true";
    playing = setInterval(() => {
      if (slider.value === slider.max) return stop();
      slider.stepUp();
      show(slider.value);
    }, 1200);
  });
}
