// Buttons with data-insert put their words into the field of the text in hand, at the cursor.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-insert]");
  const field = document.getElementById("text");
  if (!button || !field) return;
  event.preventDefault();
  field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.focus();
});
