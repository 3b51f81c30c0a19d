/* What citizens will see follows what is written and chosen. Without this it shows what was saved. */
const one = (selector) => document.querySelector(selector);
const mirror = one("[data-mirror]");

function paragraphs(text) {
  return text.split(/\n{2,}/).map((words) => {
    const p = document.createElement("p");
    p.textContent = words;
    return p;
  });
}

function showOutcome() {
  const shown = one("[data-outcome-shown]");
  const chosen = one("[data-outcome]:checked");
  shown.textContent = chosen ? chosen.dataset.outcome : shown.dataset.none;
  one("[data-shape]").className = chosen
    ? `answering-shape answering-shape--${chosen.value}`
    : "answering-shape answering-shape--none";
}

if (mirror) {
  document.addEventListener("input", ({ target }) => {
    if (target.name === "text_da") mirror.replaceChildren(...paragraphs(target.value));
    if (target.name === "signed_by") one("[data-office]").textContent = target.value || "…";
    if (target.name === "result") showOutcome();
  });
  showOutcome();
}
