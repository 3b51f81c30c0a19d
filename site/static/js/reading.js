// What a script adds to a policy's text. Everything works without it, only with more steps.

/** Marks in the contents where the reader is: the last part that begins above the upper third. */
function followReading() {
  const links = new Map();
  for (const link of document.querySelectorAll("[data-contents] a[href^='#']")) {
    links.set(link.hash.slice(1), link);
  }
  const parts = [...document.querySelectorAll("[data-passage]")].filter((part) => links.has(part.id));
  const inView = new Set();
  let marked = null;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) inView.add(entry.target);
        else inView.delete(entry.target);
      }
      const current = parts.findLast((part) => inView.has(part));
      const link = current && links.get(current.id);
      if (!link || link === marked) return;
      marked?.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      marked = link;
      showInContents(link);
    },
    { rootMargin: "0px 0px -67% 0px" },
  );
  parts.forEach((part) => observer.observe(part));
}

/** Scrolls the contents, and nothing else, so that the marked link is in sight. */
function showInContents(link) {
  const box = link.closest("[data-contents]");
  if (box.scrollHeight <= box.clientHeight) return;
  const above = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (above < 0 || above > box.clientHeight - link.clientHeight) {
    box.scrollTop += above - box.clientHeight / 2;
  }
}

const isPlainClick = (event) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** Copies a permanent address and says so; where that can't be done, the link is followed. */
async function copyAddress(event, link) {
  const said = document.querySelector("[data-copied]");
  if (!said || !navigator.clipboard || !isPlainClick(event)) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    window.location.assign(link.href);
    return;
  }
  said.textContent = "";
  // A change is announced, the same words again are not.
  requestAnimationFrame(() => {
    said.textContent = said.dataset.copied;
  });
  setTimeout(() => {
    said.textContent = "";
  }, 6000);
}

/** Shows an explanation beside its word. Escape and a press elsewhere close it, as any popover. */
function explain(event, link) {
  const word = document.getElementById(link.hash.slice(1));
  if (!word || !word.showPopover || !isPlainClick(event)) return;
  event.preventDefault();
  word.popover = "auto";
  word.showPopover({ source: link });
  word.focus({ preventScroll: true });
  const close = word.querySelector("a[href='#-']");
  const hide = (pressed) => {
    pressed.preventDefault();
    word.hidePopover();
  };
  close.addEventListener("click", hide);
  word.addEventListener("toggle", function ended({ newState }) {
    if (newState !== "closed") return;
    // Back into the list at the end of the page, where it stands for those who go there.
    word.removeEventListener("toggle", ended);
    close.removeEventListener("click", hide);
    word.popover = null;
    if (document.activeElement === document.body) link.focus({ preventScroll: true });
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-copy], a[data-term]");
  if (link?.matches("[data-copy]")) copyAddress(event, link);
  else if (link) explain(event, link);
});
followReading();
