"""What every walk in the browser asks of a page that has just come, and in which shapes it looks."""

import pytest


def half(*pairs):
    """Return pairs for `parametrize`, the later half of them `long`: each value is still seen once.

    Walks with axe are the most of what the suite costs, and the suite has to end in minutes.
    """
    seen = len(pairs) // 2
    return [*pairs[:seen], *(pytest.param(*pair, marks=pytest.mark.long) for pair in pairs[seen:])]


LANGUAGES_AND_WIDTHS = half(("da", 320), ("en", 1280), ("da", 1280), ("en", 320))


def fits(page) -> bool:
    """Tell whether nothing lies beside the screen.

    Asked of the element, which the browser's driver waits for: right after a click the old page is
    gone and the new one may have no element yet.
    """
    page.wait_for_load_state()
    return page.locator("html").evaluate("html => html.scrollWidth <= innerWidth")
