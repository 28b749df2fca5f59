// Focus areas: shows the sum of the shares while they are typed. The server also shows it after a submit.

const form = document.querySelector("form[data-shares]");
const told = form?.querySelector("output");
function add() {
  let sum = 0;
  for (const { value } of form.querySelectorAll("input[name$='.Share']")) sum += Number.parseInt(value, 10) || 0;
  const text = sum === 100 ? told.dataset.exact : sum < 100 ? told.dataset.less : told.dataset.more;
  told.textContent = text.replace("{0}", sum).replace("{1}", Math.abs(100 - sum));
}
form?.addEventListener("input", add);
if (form && [...form.querySelectorAll("input")].some((field) => field.value !== field.defaultValue)) add();
