"""What every walk in the browser asks of a page that has just come, and in which shapes it looks."""

import pytest


def half(*pairs):
    """Return values for `parametrize`, the later half of them `long`: each value is still seen once.

    Walks with axe are the most of what the suite costs, and the suite has to end in minutes.
    """
    seen = len(pairs) // 2
    return [*pairs[:seen], *(pytest.param(*pair, marks=pytest.mark.long) for pair in pairs[seen:])]


SPILLS = r"""main => {
  const scrolls = (at) => at && at !== main
    && (/auto|scroll/.test(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
  const shown = (at) => at.checkVisibility() && at.getBoundingClientRect().width > 1;
  const beside = (at) => at.getBoundingClientRect().right > innerWidth + 1;
  return [...main.querySelectorAll('*')]
    .filter(at => shown(at) && beside(at) && !scrolls(at))
    .map(at => at.outerHTML.slice(0, 120));
}"""
LANGUAGES_AND_WIDTHS = half(("da", 320), ("en", 1280), ("da", 1280), ("en", 320))
WIDTHS_AND_SCHEMES = half((320, "dark"), (1280, "light"), (1280, "dark"), (320, "light"))


def fits(page) -> bool:
    """Tell whether nothing lies beside the screen.

    Asked of the element, which the browser's driver waits for: right after a click the old page is
    gone and the new one may have no element yet.
    """
    page.wait_for_load_state()
    return page.locator("html").evaluate("html => html.scrollWidth <= innerWidth")


def spills(page) -> list[str]:
    """Return what of `main` lies beside the screen, and can't be scrolled to within its own box.

    Wagtail's screens scroll inside, so that `fits` would see nothing.
    """
    return page.locator("main").evaluate(SPILLS)
