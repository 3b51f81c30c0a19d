"""Every screen of an edition in dark colours: nothing that axe finds, nothing beside the screen."""

import datetime

import pytest
from django.utils import timezone

from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.documents import make_import
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle
from tests.factories.promises import promise, say
from tests.flows.looking import fits, spills
from tests.flows.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THIS_YEAR = timezone.localdate().year
PUBLIC = (
    "",
    "udgaver/",
    "udgaver/1/",
    "sammenlign/",
    "sammenlign/1/2/",
    "spoergsmaal/",
    "loefter/",
)
STAFF = (
    "adopt",
    "passages",
    "changes",
    "import",
    "correct",
    "withdraw",
    "draft-links",
    "promises",
)
WIDTHS = pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.long)])


@pytest.fixture
def policy():
    """A policy with two editions, promises that stand in each way, an answer, and a changed draft."""
    promised = [promise(n, f"Løfte {n}") for n in range(1, 5)]
    page = make_page(body=[chapter(), principle(1, promises=promised), principle(2), principle(3)])
    make_adopted(page, on=datetime.date(THIS_YEAR - 2, 1, 1))
    words = "<p>Vi holder helt fast i sag 2.</p><ul><li>Første punkt</li></ul>"
    reworded = principle(2, statement=words, questions=["1", "2"])
    edit(page, body=[chapter(), principle(1, promises=promised), reworded])
    make_adopted(page, on=datetime.date(THIS_YEAR - 1, 1, 1))
    for number, state in enumerate(("kept", "on_the_way", "not_kept"), 1):
        say(page, number, state=state, why={"da": "Sådan gik det."})
    hearing = make_hearing(page)
    page.wording = wordings_of(hearing)[1]
    make_answer(make_comment(hearing, wording=page.wording))
    new = principle(4, heading="Parken", statement="<p>Porten åbner klokken syv.</p>")
    draft = edit(page, body=[chapter(), principle(1, promises=promised), new])
    draft.wording = page.wording
    return draft


def in_the_dark(new_context, width):
    return new_context(viewport={"width": width, "height": 900}, color_scheme="dark").new_page()


def is_dark(page) -> bool:
    """Tell whether the page took the colours that were asked for: what stands behind the words."""
    return page.evaluate(
        """() => {
          const paint = document.createElement('canvas').getContext('2d');
          const grounds = [document.body, document.documentElement]
            .map(at => getComputedStyle(at).backgroundColor)
            .filter(ground => !/, 0\\)|transparent/.test(ground));
          paint.fillStyle = grounds[0];
          paint.fillRect(0, 0, 1, 1);
          return Math.max(...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)) < 90;
        }"""
    )


@WIDTHS
def test_what_citizens_read_is_whole_in_the_dark(new_context, axe, policy, width):
    page = in_the_dark(new_context, width)
    life = f"afsnit/{policy.wording.passage.code}/"
    for address in (*PUBLIC, life):
        assert page.goto(policy.url + address).status == 200, address
        assert is_dark(page), address
        axe(page)
        assert fits(page), address


@WIDTHS
def test_what_editors_work_in_is_whole_in_the_dark(new_context, axe, policy, width):
    page = in_the_dark(new_context, width)
    log_in(page, "editor")
    plan = f"import/{make_import(policy).pk}"
    for screen in (*STAFF, plan):
        assert page.goto(f"/admin/policy/{policy.pk}/{screen}/").status == 200, screen
        assert is_dark(page), screen
        page.evaluate("document.querySelectorAll('main details').forEach(at => at.open = true)")
        axe(page, include="main")
        assert not spills(page), screen
