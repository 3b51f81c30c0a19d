// Keeps what is being written in a form on this device, so that it survives a reload.
// Only the words, never a name or an address; nothing once the reader has said no.

const PREFIX = "draft:";
const NO = "no-drafts";
const LONGEST = 7 * 24 * 60 * 60 * 1000;

/** The browser's own storage, or null where it has none or forbids it. */
function storage() {
  try {
    const store = window.localStorage;
    store.setItem(PREFIX, "");
    store.removeItem(PREFIX);
    return store;
  } catch {
    return null;
  }
}

/** The draft kept under a key, or null. One that can't be read is none. */
function read(store, key) {
  try {
    return JSON.parse(store.getItem(key));
  } catch {
    return null;
  }
}

function forgetOld(store) {
  for (const key of Object.keys(store).filter((name) => name.startsWith(PREFIX))) {
    const age = Date.now() - read(store, key)?.at;
    if (!(age < LONGEST)) store.removeItem(key);
  }
}

/** One form's draft: what is kept, what is said about it, and the two ways to refuse it. */
function keepDraft(store, box) {
  const form = box.closest("form");
  const key = PREFIX + box.dataset.draft;
  const fields = [...form.querySelectorAll("[data-draft-field]")];
  const [keep, said, remove] = ["keep", "said", "delete"].map((name) =>
    box.querySelector(`[data-draft-${name}]`),
  );
  const say = (what) => {
    if (said.textContent !== said.dataset[what]) said.textContent = said.dataset[what] ?? "";
    remove.hidden = !store.getItem(key);
  };
  const save = (isSent = false) => {
    if (!keep.checked) return;
    const words = fields.map((field) => field.value);
    try {
      if (words.some((text) => text.trim())) {
        store.setItem(key, JSON.stringify({ words, at: Date.now(), isSent }));
        say("saved");
      } else {
        store.removeItem(key);
        say("");
      }
    } catch {
      say("full");
    }
  };

  keep.checked = !store.getItem(NO);
  const draft = keep.checked && read(store, key);
  // What the server gave back is newer than any draft.
  const isEmpty = fields.every((field) => !field.value.trim());
  if (draft && isEmpty) {
    fields.forEach((field, index) => (field.value = draft.words?.[index] ?? ""));
    save();
    say("restored");
  } else say("");
  box.hidden = false;

  fields.forEach((field) => field.addEventListener("input", () => save()));
  form.addEventListener("submit", () => save(true));
  keep.addEventListener("change", () => {
    if (keep.checked) store.removeItem(NO);
    else store.setItem(NO, "1");
    store.removeItem(key);
    if (keep.checked) save();
    else say("refused");
  });
  remove.addEventListener("click", () => {
    store.removeItem(key);
    say("deleted");
    fields[0].focus();
  });
}

const store = storage();
if (store) {
  forgetOld(store);
  for (const box of document.querySelectorAll("[data-draft]")) keepDraft(store, box);
  // The receipt's page: the comment is received, so its draft goes. One that was not sent stays.
  for (const { dataset } of document.querySelectorAll("[data-draft-received]")) {
    const key = PREFIX + dataset.draftReceived;
    if (read(store, key)?.isSent) store.removeItem(key);
  }
}
