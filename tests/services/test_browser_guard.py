"""The browser fixtures notice requests to somebody else's host."""

import pytest

from tests.plugins.browsers import foreign


def test_own_addresses_and_inline_ones_are_no_strangers():
    assert not foreign(["http://localhost:8000/da/", "http://127.0.0.1:1/", "data:image/png,x"])


@pytest.mark.parametrize(
    "url", ["https://fonts.example/x.woff2", "wss://live.example/", "http://localhost.example/"]
)
def test_other_hosts_are(url):
    assert foreign([url]) == [url]


@pytest.mark.browser
def test_a_page_remembers_what_it_asked_for(page, live_server):
    page.goto("/robots.txt")
    assert page.requested[0] == f"{live_server.url}/robots.txt"


@pytest.mark.browser
def test_scripts_are_off_where_a_test_asks_for_that(no_script_page):
    no_script_page.set_content("<p>before</p><script>document.body.textContent = 'ran'</script>")
    assert no_script_page.locator("p").inner_text() == "before"
