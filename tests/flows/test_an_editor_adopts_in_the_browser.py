"""An editor changes a principle, marks the text ready, and adopts it, with mouse and keyboard only."""

import pytest
from django.utils import timezone

from policy.models import Edition
from tests.factories.policy import make_adopted, make_page
from tests.flows.staff import log_in, write_date

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def open_actions(page) -> None:
    """Open the list of actions beside “Save draft”."""
    page.locator("footer [data-w-dropdown-target='toggle']").first.click()


def change_the_first_principle(page, policy, heading) -> None:
    page.goto(f"/admin/pages/{policy.pk}/edit/")
    page.locator("input[name='body-1-value-heading']").fill(heading)
    open_actions(page)
    page.get_by_role("button", name="Meld klar til oversættelse").click()
    page.wait_for_url(lambda url: "/edit/" not in url)


def adopt(page, policy) -> None:
    page.goto(f"/admin/pages/{policy.pk}/edit/")
    open_actions(page)
    page.get_by_role("link", name="Vedtag som udgave").click()
    page.fill("input[name=case_number]", "26/04417")
    page.fill("input[name=adopted_by]", "Byrådet")
    today = timezone.localdate().isoformat()
    for name in ("adopted_on", "in_force_from"):
        write_date(page, name, today)
    page.get_by_role("button", name="Vedtag udgave 2").click()
    page.get_by_text("er vedtaget og offentlig").wait_for()


def test_publishing_shows_nothing_and_adopting_shows_the_new_words(page, no_script_page):
    policy = make_page()
    make_adopted(policy)
    citizen = no_script_page
    log_in(page, "editor")
    change_the_first_principle(page, policy, "Vi svarer hurtigere")
    citizen.goto(policy.url)
    assert "Princip 1s overskrift" in citizen.inner_text("main")
    assert "Vi svarer hurtigere" not in citizen.inner_text("main")
    adopt(page, policy)
    citizen.goto(policy.url)
    assert "Vi svarer hurtigere" in citizen.inner_text("main")
    citizen.goto(policy.url + "udgaver/1/")
    assert "Princip 1s overskrift" in citizen.inner_text("main")
    assert Edition.objects.count() == 2
