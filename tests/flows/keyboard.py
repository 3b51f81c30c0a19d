"""A person at the keyboard alone: Tab until it is there, and every stop on the way can be seen."""

MOST_TABS = 150
MORE_ACTIONS = "MORE"  # beside "Save draft" in Wagtail's editor
NAME_OF_FOCUS = r"""() => {
  const at = document.activeElement;
  const labels = [...(at.labels || [])].map(label => label.textContent).join(' ');
  const more = at.matches("footer [data-w-dropdown-target='toggle']") ? 'MORE' : '';
  return [labels || at.innerText, at.getAttribute('aria-label'), more].join(' ').replace(/\s+/g, ' ');
}"""
# A ring, or a shadow or border that the same element lacks without the focus; inside the window, and
# not beneath something that stays on top of the page (WCAG 2.4.7 and 2.4.11). Asked of our forms and
# errors alone; the frame around them is Wagtail's.
HIDDEN_FOCUS = r"""async () => {
  const at = document.activeElement;
  if (!at.closest('main form, main [role=alert]')) return '';
  const look = () => {
    const style = getComputedStyle(at);
    const ring = style.outlineStyle === 'none' || !parseFloat(style.outlineWidth) ? '' : style.outline;
    return [ring, style.boxShadow, style.borderColor, style.backgroundColor].join('|');
  };
  const place = () => {
    const label = at.type === 'checkbox' && at.labels[0];
    const box = (label || at).getBoundingClientRect();
    if (box.bottom < 1 || box.top > innerHeight - 1) return 'outside the window';
    const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.y + Math.min(box.height, 30) / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const related = [at, ...(at.labels || [])];
    const own = top && (top.contains(at) || related.some(one => one.contains(top)));
    return own ? '' : 'beneath ' + (top ? top.outerHTML.slice(0, 100) : 'nothing');
  };
  // Chromium glides to what gets the focus.
  for (let tries = 0; place() && tries < 40; tries++) await new Promise(done => setTimeout(done, 50));
  if (place()) return place();
  const focused = look();
  at.blur();
  const plain = look();
  at.focus({preventScroll: true});
  return focused === plain ? 'not marked' : '';
}"""


def tab_to(page, words: str, most=MOST_TABS, check=None) -> None:
    """Press Tab until what has the focus is named by these words ("…" between two parts).

    `check(page, name)` is asked at every stop.
    """
    seen = []
    for _n in range(most):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(NAME_OF_FOCUS))
        if check:
            check(page, seen[-1])
        if all(part in seen[-1] for part in words.split(" … ")):
            return
    raise AssertionError(f"the keyboard does not reach “{words}” on {page.url}: {seen[:60]}")


def type_into(page, label: str, words: str, **options) -> None:
    """Go to a field, and type over what is in it."""
    tab_to(page, label, **options)
    if page.evaluate("() => document.activeElement.matches('select')"):
        page.keyboard.type(words)
        return
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    # A date picker opens with the focus and lies over what comes next. Elsewhere Escape is Wagtail's
    # key for its menu, which takes the focus.
    if page.locator(".xdsoft_datetimepicker:visible").count():
        page.keyboard.press("Escape")


def press(page, button: str, **options) -> None:
    """Go to a button or a link, and press Enter."""
    tab_to(page, button, **options)
    page.keyboard.press("Enter")


def seen(page, name: str) -> None:
    """Fail where the focus can't be seen: the `check` of the functions above."""
    fault = page.evaluate(HIDDEN_FOCUS)
    assert not fault, f"the focus on “{name.strip()[:60]}” is {fault} on {page.url}"
