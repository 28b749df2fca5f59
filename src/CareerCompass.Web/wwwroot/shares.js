// Focus areas: says what the shares add up to while they are typed. The server says it too, once the form is sent.

const form = document.querySelector("form[data-shares]");
const told = form?.querySelector("output");
form?.addEventListener("input", () => {
  const shares = [...form.querySelectorAll("input[name$='.Share']")].map((field) => Number.parseInt(field.value, 10) || 0);
  const sum = shares.reduce((a, b) => a + b, 0);
  const text = sum === 100 ? told.dataset.exact : sum < 100 ? told.dataset.less : told.dataset.more;
  told.textContent = text.replace("{0}", sum).replace("{1}", Math.abs(100 - sum));
});
