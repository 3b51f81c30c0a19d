"""No answer costs more than eight queries, and none costs more with more rows."""

import pytest

from policy.models import EditionNote, EditionNoteText, Fate, FateReason, Passage
from tests.factories.api import ask, count_queries, policy_of
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.policy import make_adopted, make_page
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BUDGET = 8


def add(slug: str, *, times: int) -> tuple[str, str]:
    """Make a policy with two languages, editions, fates and a dialogue; return its id and a code."""
    page = make_page(slug=slug, principles=2 * times)
    for _ in range(times + 1):
        edition = make_adopted(page)
    english = make_english(page)
    freeze_translation(edition=edition, page=english)
    passages = list(Passage.objects.filter(policy=page.translation_key))
    for passage in passages:
        merged = {"kind": "merged", "proposed": "merged"}
        fate, _ = Fate.objects.get_or_create(edition=edition, passage=passage, defaults=merged)
        fate.into.add(passage)
        FateReason.objects.create(fate=fate, locale=english.locale, text="Because.")
    for passage in passages[:times]:
        note = EditionNote.objects.create(edition=edition, kind="correction", passage=passage)
        EditionNoteText.objects.create(note=note, locale=english.locale, text="A misprint.")
    hearing = make_hearing(page)
    for wording in wordings_of(hearing)[:times]:
        comments = [make_comment(hearing, wording=wording) for _ in range(times)]
        make_answer(*comments, make_comment(hearing, whole=True))
    return policy_of(page), wordings_of(hearing)[0].passage.code


def paths(policy: str, code: str, key: str) -> list[str]:
    return [
        "/policies",
        f"/policies/{policy}",
        f"/policies/{policy}/editions",
        f"/editions/{policy}/{key}",
        f"/editions/{policy}/{key}/passages",
        f"/editions/{policy}/{key}/fates",
        f"/passages/{policy}/{code}",
        "/hearings",
        "/comments",
        "/responses",
        "/outcomes",
    ]


def test_answers_stay_in_their_budget_and_do_not_grow():
    policy, code = add("en", times=1)
    few = [count_queries(path) for path in paths(policy, code, "2")]
    many_policy, many_code = add("to", times=4)
    add("tre", times=2)
    many = [count_queries(path) for path in paths(many_policy, many_code, "5")]
    found = dict(zip(paths("…", "…", "5"), many, strict=True))
    assert many == few, found
    assert max(many) <= BUDGET, found


def test_what_is_counted_is_there():
    policy, code = add("en", times=2)
    assert ask(f"/editions/{policy}/3/fates")["items"][0]["reasons"]
    assert len(ask(f"/passages/{policy}/{code}")["items"]) == 5
    assert ask("/comments")["count"] == 6
