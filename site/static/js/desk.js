/* Brackets round what is selected. The form works without it; single keys are Wagtail's own. */
const field = document.querySelector("[data-cover]");
const button = document.querySelector("[data-cover-button]");

if (field && button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    if (field.selectionStart === field.selectionEnd) return;
    field.setRangeText(`[${field.dataset.cover}]`, field.selectionStart, field.selectionEnd, "end");
    field.focus();
  });
}
