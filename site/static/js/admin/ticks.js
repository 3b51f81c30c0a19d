/* The list beside the comment in hand: it opens at the row in hand, and ticks outlive the next page.
   Wagtail's bulk bar counts what is ticked. Without this a tick lasts as long as its page. */
const KEY = "ticked-comments";
const boxes = () => [...document.querySelectorAll("[data-bulk-action-checkbox]")];
const read = () => new Set(JSON.parse(sessionStorage.getItem(KEY) || "[]"));
const write = (ids) => sessionStorage.setItem(KEY, JSON.stringify([...ids]));

/* One that was ticked and is not on this page goes along unseen: the page that asks shows them all. */
function carry(id, footer) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.hidden = true;
  box.dataset.bulkActionCheckbox = "";
  box.dataset.objectId = id;
  box.checked = true;
  footer.append(box);
}

const footer = document.querySelector("[data-bulk-action-footer]");
if (footer) {
  const ticked = read();
  for (const box of boxes()) box.checked = ticked.delete(box.dataset.objectId);
  for (const id of ticked) carry(id, footer);

  document.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-bulk-action-checkbox], [data-bulk-action-select-all-checkbox]")) return;
    write(boxes().filter((box) => box.checked).map((box) => box.dataset.objectId));
  });
  for (const button of footer.querySelectorAll("[data-bulk-action-button]")) {
    button.addEventListener("click", () => sessionStorage.removeItem(KEY));
  }
  document.getElementById("deciding")?.addEventListener("submit", ({ target }) => {
    const ids = read();
    ids.delete(target.dataset.comment);
    write(ids);
  });
}

const list = document.querySelector("[data-follow]");
const row = list?.querySelector("[data-current]");
if (row) list.scrollTop = row.offsetTop - list.clientHeight / 3;
