"""A browser for tests: with and without scripts, and no request to anybody else's host."""

import os
from urllib.parse import urlsplit

import chromium
import pytest

from tests.plugins.selection import missing

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
OWN_HOSTS = {"localhost", "127.0.0.1", "::1"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TIMEOUT = 15_000  # milliseconds
# In the admin it is not the window that scrolls.
TO_THE_TOP = """() => [document.scrollingElement, ...document.querySelectorAll('*')]
    .filter(each => each.scrollTop > 0)
    .forEach(each => each.scrollTo({ top: 0, behavior: 'instant' }))"""
# What still fades in has not its colours yet; what moves for ever is not waited for.
AT_REST = """() => Promise.all(document.getAnimations()
    .filter(each => each.playState === 'running' && each.timeline === document.timeline)
    .filter(each => each.effect.getComputedTiming().endTime < 5000)
    .map(each => each.finished.catch(() => null)))"""
# What the browser's driver says of itself (a page that went away while it was asked): such a test is
# run once more and listed as a rerun. A failed assertion never is, nor what did not come in time:
# waiting for a word on the page is an assertion too.
OF_THE_DRIVER = r"^(TargetClosed)?Error: "

# Playwright's synchronous interface runs an event loop, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    """Let each test in a browser start over once when the driver, not the product, gave up."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=[OF_THE_DRIVER]))


def foreign(urls):
    """Return the addresses that lie on somebody else's host."""
    parts = [(url, urlsplit(url)) for url in urls]
    return [
        url
        for url, part in parts
        if part.scheme in {"http", "https", "ws", "wss"} and part.hostname not in OWN_HOSTS
    ]


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium, started once for each test process."""
    from playwright.sync_api import sync_playwright

    path = chromium.find()
    if path is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def new_context(browser, live_server):
    """A function that opens a browser context (keywords as Playwright's `new_context`).

    All contexts are closed with the test; one that asked another host for anything fails it.
    """
    opened, asked = [], []

    def open_context(**options):
        settings = {"locale": "da-DK", "base_url": live_server.url} | options
        context = browser.new_context(**settings)
        context.set_default_timeout(TIMEOUT)
        context.on("request", lambda request: asked.append(request.url))
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()
    assert not foreign(asked), f"the page asked other hosts: {foreign(asked)}"


def _page(context):
    """A page that remembers what it asked for, in `page.requested`."""
    page = context.new_page()
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url))
    return page


@pytest.fixture
def page(new_context):
    """A page of a Danish visitor; addresses may be given without the host."""
    return _page(new_context())


@pytest.fixture
def no_script_page(new_context):
    """The same with scripts turned off."""
    return _page(new_context(java_script_enabled=False))


def describe(violation):
    """Return one violation as lines a person can act on."""
    lines = [f"{violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"]:
        lines.append(f"    {' '.join(map(str, node['target']))}")
        lines.append(f"        {node['html'][:200]}")
        lines += [f"        {check['message']}" for check in node["any"] + node["all"]]
    return "\n".join(lines)


@pytest.fixture
def axe():
    """A function that asserts that a page breaks no rule of WCAG 2.2 AA or of best practice.

    `disabled` names rules to leave out; `include` limits it to one selector.
    """
    from axe_playwright_python.sync_playwright import Axe

    def check(page, *, disabled=(), include=None):
        options = {
            "runOnly": {"type": "tag", "values": RULES},
            "rules": {name: {"enabled": False} for name in disabled},
            "resultTypes": ["violations"],
        }
        # What lies half under a bar that stays while one scrolls is only seen from an unlucky place.
        page.evaluate(TO_THE_TOP)
        page.evaluate(AT_REST)
        found = Axe().run(page, context=include, options=options).response["violations"]
        text = "\n".join(map(describe, found))
        assert not found, f"{len(found)} accessibility rules broken on {page.url}\n{text}"

    return check
