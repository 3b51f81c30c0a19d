"""What every walk in the browser asks of a page that has just come."""


def fits(page) -> bool:
    """Tell whether nothing lies beside the screen.

    Asked of the element, which the browser's driver waits for: right after a click the old page is
    gone and the new one may have no element yet.
    """
    page.wait_for_load_state()
    return page.locator("html").evaluate("html => html.scrollWidth <= innerWidth")
