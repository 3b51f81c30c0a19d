// Shows the words of the passage that is chosen.
const place = document.querySelector("[data-entry-place]");
const words = document.querySelectorAll("[data-entry-words]");

function show() {
  for (const part of words) part.hidden = part.dataset.entryWords !== place.value;
}

if (place) {
  place.addEventListener("change", show);
  place.addEventListener("input", show);
  show();
}
