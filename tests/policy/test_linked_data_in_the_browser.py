"""A browser takes the block of data in an edition's head for what it is, and its policy refuses nothing."""

import json

import pytest

from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (e) => window.refused.push(e.violatedDirective));
"""


@pytest.fixture
def policy():
    page = make_page(title="</script><script>window.ran = 1</script>")
    make_adopted(page)
    return page


def test_the_content_policy_has_nothing_against_data_in_the_page(policy, page):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(WATCH)
    page.goto(policy.url)
    data = page.locator('script[type="application/ld+json"]')
    assert json.loads(data.text_content())["@type"] == "Legislation"
    assert page.evaluate("window.refused") == []
    assert page.evaluate("window.ran") is None
    assert not said


def test_a_script_in_the_page_would_be_refused(policy, page):
    page.add_init_script(WATCH)
    page.goto(policy.url)
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), "
        "{textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.refused") == ["script-src-elem"]
    assert page.evaluate("window.ran") is None
