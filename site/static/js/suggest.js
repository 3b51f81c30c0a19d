// Suggestions under the search field: an enhancement of a form that works without it.
// Asked when the fingers rest, for two letters or more; what was asked once is not asked again.

const REST = 250; // milliseconds
const SHORTEST = 2;

class Combo {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input");
    this.known = new Map();
    this.chosen = -1;
    this.list = Object.assign(document.createElement("ul"), { className: "combo__list", id: "q-list", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", box.dataset.name);
    this.said = Object.assign(document.createElement("p"), { className: "visually-hidden" });
    this.said.setAttribute("aria-live", "polite");
    for (const said of [this.list, this.said]) if (box.dataset.words) said.lang = box.dataset.words;
    box.append(this.list, this.said);
    const roles = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "q-list" };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // Before the field loses the focus, and the list with it.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("li")));
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.input.value.trim()), REST);
  }

  async ask(typed) {
    if (typed.length < SHORTEST) return this.close();
    if (!this.known.has(typed)) {
      try {
        const answer = await fetch(`${this.box.dataset.suggestions}?q=${encodeURIComponent(typed)}`);
        if (!answer.ok) return;
        this.known.set(typed, (await answer.json()).suggestions);
      } catch {
        return; // The form works all the same.
      }
    }
    if (this.input.value.trim() === typed && document.activeElement === this.input) this.show(this.known.get(typed));
  }

  show(words) {
    this.list.replaceChildren(...words.map((word, place) => {
      const row = Object.assign(document.createElement("li"), { id: `q-${place}`, textContent: word, dir: "auto" });
      row.setAttribute("role", "option");
      return row;
    }));
    this.choose(-1);
    this.list.hidden = !words.length;
    this.input.setAttribute("aria-expanded", String(words.length > 0));
    const said = this.box.dataset;
    this.said.textContent = [said.saidNone, said.saidOne][words.length] ?? said.saidMany.replace("#", words.length);
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  choose(place) {
    this.chosen = place;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === place)));
    if (place < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `q-${place}`);
  }

  press(event) {
    const count = this.list.hidden ? 0 : this.list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && count) this.close();
    else if (event.key === "Enter" && count && this.chosen >= 0) this.take(this.list.children[this.chosen]);
    else if (step && count) this.choose(((this.chosen + 1 + step + count + 1) % (count + 1)) - 1);
    else return;
    event.preventDefault();
  }

  take(row) {
    if (!row) return;
    this.input.value = row.textContent;
    this.close();
    this.input.form.requestSubmit();
  }
}

document.querySelectorAll("[data-suggestions]").forEach((box) => new Combo(box));
